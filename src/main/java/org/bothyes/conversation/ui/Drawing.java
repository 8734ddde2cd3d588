package org.bothyes.conversation.ui;

import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Div;

/** The two, and what lies between them. The reader is always on the left. */
final class Drawing {

    private Drawing() {}

    /** Two shapes that do not touch yet. */
    static Div waiting(String label) {
        return svg(label, """
                <circle class="mine" cx="92" cy="85" r="70"/><circle class="theirs" cx="258" cy="85" r="70"/>""");
    }

    /**
     * Two shapes and a dot between them for every shared thing: full where both would like it, a ring where both are open
     * to talking. What lies outside is not drawn, since nobody may count it.
     */
    static Div shared(String label, int like, int talk) {
        var dots = new StringBuilder();
        var places = places(like + talk);
        for (var i = 0; i < places.length; i++) {
            dots.append("<circle class=\"%s\" cx=\"%d\" cy=\"%d\" r=\"3.500\"/>"
                    .formatted(i < like ? "dot" : "ring", places[i][0], places[i][1]));
        }
        return svg(label, """
                <circle class="mine" cx="136" cy="85" r="78"/><circle class="theirs" cx="214" cy="85" r="78"/>\
                <path class="both" d="M175 17.450a78 78 0 0 1 0 135.100a78 78 0 0 1 0-135.100"/>""" + dots);
    }

    /** Rows of dots from the middle of the lens outwards, at most what fits. */
    private static int[][] places(int count) {
        var grid = new int[Math.min(count, 55)][2];
        for (var i = 0; i < grid.length; i++) {
            var row = i / 5;
            var up = row % 2 == 0 ? row / 2 : -(row + 1) / 2;
            grid[i] = new int[] {175 + (i % 5 - 2) * 11, 85 + up * 10};
        }
        return grid;
    }

    private static Div svg(String label, String shapes) {
        var escaped = label.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        var drawing = new Div(new Html("<svg class=\"two\" viewBox=\"0 0 350 170\" role=\"img\" aria-label=\"" + escaped
                + "\">" + shapes + "</svg>"));
        drawing.addClassName("drawing");
        return drawing;
    }
}
