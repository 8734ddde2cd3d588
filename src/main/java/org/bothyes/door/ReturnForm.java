package org.bothyes.door;

import org.jspecify.annotations.Nullable;

/**
 * What the page for coming back sends.
 *
 * @param code the return code
 */
record ReturnForm(@Nullable String code) {

    ReturnForm {
        code = JoinForm.atMost(code);
    }

    @Override
    public String toString() {
        return "[redacted]";
    }
}
