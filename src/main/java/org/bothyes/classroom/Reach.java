// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.classroom;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Where phones in the same room reach this server. */
final class Reach {

    private Reach() {}

    /**
     * The address that the educator has used; where that is this machine's name for itself, those it has in its networks,
     * likely ones first.
     *
     * @return without a path; empty where this machine is in no network
     */
    static List<String> of(HttpServletRequest request) {
        var used = ServletUriComponentsBuilder.fromContextPath(request);
        if (!isLoopback(request.getServerName())) {
            return List.of(used.toUriString());
        }
        return networks()
                .map(address -> used.host(address.getHostAddress()).toUriString())
                .toList();
    }

    private static boolean isLoopback(String host) {
        try {
            var isNumber = host.matches("[0-9.:\\[\\]]+"); // a name is never looked up
            return host.equals("localhost")
                    || (isNumber && InetAddress.getByName(host).isLoopbackAddress());
        } catch (UnknownHostException _) {
            return false;
        }
    }

    /** Those of private networks first (RFC 1918): who is in a room is mostly in one of these. */
    private static Stream<InetAddress> networks() {
        try {
            return NetworkInterface.networkInterfaces()
                    .flatMap(NetworkInterface::inetAddresses)
                    .filter(Inet4Address.class::isInstance)
                    .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                    .sorted(Comparator.comparing(address -> !address.isSiteLocalAddress()));
        } catch (SocketException _) {
            return Stream.empty();
        }
    }
}
