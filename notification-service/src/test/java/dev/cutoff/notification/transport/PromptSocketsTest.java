package dev.cutoff.notification.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.Test;

class PromptSocketsTest {

    @Test
    void no_socket_waits_before_it_sends_little() throws IOException {
        var here = InetAddress.getLoopbackAddress();
        var sockets = new PromptSockets();
        try (var server = new ServerSocket(0, 5, here);
                var later = sockets.createSocket();
                var byName = sockets.createSocket(here.getHostName(), server.getLocalPort());
                var byAddress = sockets.createSocket(here, server.getLocalPort());
                var from = sockets.createSocket(here, server.getLocalPort(), here, 0)) {
            for (var socket : new Socket[] {later, byName, byAddress, from}) {
                assertThat(socket.getTcpNoDelay()).isTrue();
            }
        }
    }
}
