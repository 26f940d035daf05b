package dev.cutoff.local.suite;

import dev.cutoff.local.home.Home.WorldFolder;
import dev.cutoff.local.home.Port;
import dev.cutoff.local.home.Settings;
import dev.cutoff.local.process.Daemon;
import dev.cutoff.local.process.Mark;
import dev.cutoff.local.servers.Servers;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** The issuer and the mail server, in one process. */
final class ServersPart extends JavaPart {

    private final Settings settings;
    private final Addresses addresses;

    ServersPart(Settings settings, WorldFolder folder) {
        super(folder, "servers");
        this.settings = settings;
        this.addresses = new Addresses(settings);
    }

    @Override
    public List<Port> ports() {
        return List.of(Port.OIDC, Port.SMTP);
    }

    @Override
    public String address() {
        return addresses.issuer() + "  " + addresses.smtp();
    }

    @Override
    Daemon daemon(Mark own) {
        // The class path is ours, and it goes through the environment: it may be longer than what is shown of a command
        // line.
        return new Daemon(
                own,
                List.of(
                        Ports.option(Port.OIDC, settings),
                        Ports.option(Port.SMTP, settings),
                        "-Xmx48m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        Servers.class.getName(),
                        Integer.toString(settings.port(Port.OIDC)),
                        Integer.toString(settings.port(Port.SMTP)),
                        folder.mail().toString()),
                Map.of("CLASSPATH", System.getProperty("java.class.path")),
                log(),
                folder.pid(name()));
    }

    @Override
    public boolean isReady() {
        var discovery = URI.create(addresses.issuer() + "/.well-known/openid-configuration");
        return Probe.answersOk(discovery) && greets();
    }

    private boolean greets() {
        try (var socket = new Socket(Port.HOST, settings.port(Port.SMTP))) {
            socket.setSoTimeout(1000);
            return socket.getInputStream().read() == '2';
        } catch (IOException e) {
            return false;
        }
    }
}
