package dev.cutoff.notification.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A server's certificate for localhost, and a client that trusts it. */
record Identity(SSLContext server, SSLContext client) {

    private static final String PASSWORD = "changeit";

    /** The JDK makes certificates by a program only. */
    static Identity make() {
        try {
            var file = Files.createTempDirectory("identity").resolve("localhost.p12");
            var keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
            var made = new ProcessBuilder(List.of(
                            keytool.toString(),
                            "-genkeypair",
                            "-alias",
                            "localhost",
                            "-keyalg",
                            "EC",
                            "-validity",
                            "2",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost",
                            "-storetype",
                            "PKCS12",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            PASSWORD))
                    .redirectErrorStream(true)
                    .start();
            if (made.waitFor() != 0) {
                throw new IllegalStateException(new String(made.getInputStream().readAllBytes()));
            }
            return of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Identity of(Path file) throws GeneralSecurityException, IOException {
        var keys = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD.toCharArray());
        var server = SSLContext.getInstance("TLS");
        server.init(own.getKeyManagers(), null, null);
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("localhost", keys.getCertificate("localhost"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var client = SSLContext.getInstance("TLS");
        client.init(null, trust.getTrustManagers(), null);
        return new Identity(server, client);
    }

    /** While this runs, the client is what everybody in this JVM connects with. */
    void trusting(Runnable work) {
        SSLContext before = null;
        try {
            before = SSLContext.getDefault();
            SSLContext.setDefault(client);
            work.run();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            SSLContext.setDefault(before);
        }
    }
}
