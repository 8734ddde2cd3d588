// SPDX-FileCopyrightText: 2026 The Both Yes authors
// SPDX-License-Identifier: Apache-2.0
package org.bothyes.shell;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.internal.UIInternals;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinResponse;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.communication.ServerRpcHandler;
import com.vaadin.flow.server.communication.UidlRequestHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.springframework.stereotype.Component;

/**
 * What a page was last told, packed. Vaadin keeps it for as long as the page is open, for a browser that asks again since the
 * answer has not come; it would be a third of all that an open page takes.
 */
@Component
class LastAnswer extends UidlRequestHandler implements VaadinServiceInitListener {

    private static final long serialVersionUID = 1;
    /** How an answer begins that is not packed. */
    private static final String PLAIN = "{";

    /** Handlers that are added come before Vaadin's own. */
    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addRequestHandler(this);
    }

    @Override
    public Optional<ResponseWriter> synchronizedHandleRequest(
            VaadinSession session, VaadinRequest request, VaadinResponse response, String message) throws IOException {
        var answer = super.synchronizedHandleRequest(session, request, response, message);
        var page = session.getService().findUI(request);
        if (page != null) {
            pack(page.getInternals());
        }
        return answer;
    }

    @Override
    protected ServerRpcHandler createRpcHandler() {
        return new Again();
    }

    private static void pack(UIInternals page) {
        var answer = page.getLastRequestResponse();
        if (answer != null && answer.startsWith(PLAIN)) {
            var packed = new ByteArrayOutputStream();
            try (var packing = new DeflaterOutputStream(packed)) {
                packing.write(answer.getBytes(UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            page.setLastRequestResponse(packed.toString(ISO_8859_1));
        }
    }

    private static void unpack(UIInternals page) {
        var packed = page.getLastRequestResponse().getBytes(ISO_8859_1);
        try (var unpacking = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            page.setLastRequestResponse(new String(unpacking.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Unpacks for who asks again. */
    private static final class Again extends ServerRpcHandler {

        private static final long serialVersionUID = 1;

        @Override
        protected void handleRpc(UI page, String message, VaadinRequest request, RpcRequest rpc)
                throws MessageIdSyncException {
            try {
                super.handleRpc(page, message, request, rpc);
            } catch (ClientResentPayloadException e) {
                unpack(page.getInternals());
                throw e;
            }
        }
    }
}
