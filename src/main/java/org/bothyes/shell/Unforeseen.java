// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.error.ErrorAttributeOptions;
import org.springframework.boot.webmvc.error.DefaultErrorAttributes;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.WebRequest;

/**
 * What the container's error page is told of a fault that nobody caught: nothing but its reference. Where nobody has
 * noted it yet, it is noted here; the container itself is silent, since it would print the message.
 */
@Component
class Unforeseen extends DefaultErrorAttributes {

    private final Faults faults;

    Unforeseen(Faults faults) {
        this.faults = faults;
    }

    @Override
    public Map<String, @Nullable Object> getErrorAttributes(WebRequest request, ErrorAttributeOptions options) {
        var attributes = super.getErrorAttributes(request, options);
        var fault = getError(request);
        var reference = request.getAttribute(Faults.REFERENCE, RequestAttributes.SCOPE_REQUEST);
        if (reference == null && fault != null && attributes.get("status") instanceof Integer status && status >= 500) {
            reference = faults.note("A request failed", fault);
        }
        if (reference != null) {
            attributes.put("reference", reference);
        }
        return attributes;
    }
}
