// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.conversation.ui;

import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;

/** The two, and what lies between them. The reader is always on the left. */
final class Drawing {

    private static final int WIDTH = 350;
    private static final int HEIGHT = 170;
    private static final int RADIUS = 78;
    private static final int MIDDLE_X = 175;
    private static final int MIDDLE_Y = 85;
    private static final int EDGE = 5;
    private static final int WIDEST = 18;
    private static final int CLOSEST = 8;

    private Drawing() {}

    /** Two shapes that do not touch yet. */
    static Div waiting(String label) {
        return svg("two", label, WIDTH, HEIGHT, """
                <circle class="mine" cx="92" cy="85" r="70"/><circle class="theirs" cx="258" cy="85" r="70"/>""");
    }

    /**
     * Two shapes and a dot between them for every shared thing: full where both would like it, a ring where both are open
     * to talking. What lies outside is not drawn, since nobody may count it.
     */
    static Div shared(String label, int like, int talk) {
        var dots = new StringBuilder();
        var places = places(like + talk);
        for (var i = 0; i < places.size(); i++) {
            dots.append("<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"3\"/>"
                    .formatted(i < like ? "dot" : "ring", places.get(i).x, places.get(i).y));
        }
        return svg("two", label, WIDTH, HEIGHT, """
                <circle class="mine" cx="136" cy="85" r="78"/><circle class="theirs" cx="214" cy="85" r="78"/>\
                <path class="both" d="M175 17.450a78 78 0 0 1 0 135.100a78 78 0 0 1 0-135.100"/>""" + dots);
    }

    private record Place(int x, int y) {}

    /** Places for dots, from the middle of the lens outwards, as far apart as their number allows. */
    private static List<Place> places(int count) {
        for (var apart = WIDEST; apart > CLOSEST; apart--) {
            var places = places(count, apart);
            if (places.size() == count) {
                return places;
            }
        }
        return places(count, CLOSEST);
    }

    private static List<Place> places(int count, int apart) {
        var places = new ArrayList<Place>();
        for (var row = 0; row * apart < RADIUS; row++) {
            for (var y : row == 0 ? List.of(0) : List.of(-row * apart, row * apart)) {
                var half = Math.sqrt(RADIUS * RADIUS - y * y) - RADIUS / 2.0 - EDGE;
                for (var x = -apart * (int) (half / apart); half >= 0 && x <= half; x += apart) {
                    places.add(new Place(MIDDLE_X + x, MIDDLE_Y + y));
                }
            }
        }
        return places.subList(0, Math.min(count, places.size()));
    }

    /** @param kind what styles know it by */
    static Div svg(String kind, String label, int width, int height, String shapes) {
        var drawing = new Div();
        drawing.addClassName("drawing");
        drawing.getElement().setAttribute("role", "img").setAttribute("aria-label", label);
        // Vaadin's Html component would lower-case viewBox; the shapes are ours alone, no text of anybody's.
        drawing.getElement().setProperty("innerHTML", """
                <svg class="%s" viewBox="0 0 %d %d" aria-hidden="true">%s</svg>""".formatted(kind, width, height, shapes));
        return drawing;
    }
}
