// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.guide;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Takes pages from the shelf. Nothing of the request but its address, and what it can unpack, decides what is sent. */
@Controller
class OpenPages {

    private final Shelf shelf;

    OpenPages(Shelf shelf) {
        this.shelf = shelf;
    }

    @GetMapping({"/", "/guide", "/questions", "/scripts", "/say", "/help", "/about", "/privacy"})
    void page(HttpServletRequest request, HttpServletResponse response) throws IOException {
        shelf.page(request.getServletPath()).send(request, response);
    }

    @GetMapping("/guide/{slug}")
    void guide(@PathVariable String slug, HttpServletRequest request, HttpServletResponse response) throws IOException {
        var address = Guide.ADDRESS + "/" + slug;
        if (shelf.has(address)) {
            shelf.page(address).send(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
