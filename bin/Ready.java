// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;

/**
 * Asks the application beside it whether it is ready, and ends with 0 if it is. For the image, which has neither a
 * shell nor a program that could ask. Without an HTTP client, since it is run again and again and has to cost little.
 */
final class Ready {

    private static final int LONGEST_MILLIS = 3000;

    static void main() throws IOException {
        try (var socket = new Socket()) {
            var port = Integer.parseInt(setting("BOTH_YES_WATCH", "9080"));
            socket.connect(new InetSocketAddress(setting("BOTH_YES_WATCH_HOST", "127.0.0.1"), port), LONGEST_MILLIS);
            socket.setSoTimeout(LONGEST_MILLIS);
            var question = "GET /health/readiness HTTP/1.0\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(question.getBytes(US_ASCII));
            var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII)).readLine();
            System.exit(answer != null && answer.contains(" 200") ? 0 : 1);
        }
    }

    private static String setting(String name, String otherwise) {
        var value = System.getenv(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }
}
