// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where everybody goes who leaves: it tells nothing of where they were. */
@Controller
class AwayPage {

    @GetMapping("/away")
    String away() {
        return "away";
    }
}
