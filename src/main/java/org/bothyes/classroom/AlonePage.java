// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the classroom runs alone, pages to read still lead to the doors: it says there that there are none. */
@Controller
@ConditionalOnProperty(name = "both-yes.rooms", havingValue = "false")
class AlonePage {

    @GetMapping({"/start", "/join", "/return"})
    String alone() {
        return "alone";
    }
}
