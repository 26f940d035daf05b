package dev.cutoff.local.servers;

import java.nio.file.Path;

/** The process that stands for the world outside. Arguments: the issuer's port, the mail server's port, the folder for mails. */
public final class Servers {

    private Servers() {}

    public static void main(String[] arguments) {
        var mailbox = new Mailbox(Integer.parseInt(arguments[1]), Path.of(arguments[2]));
        var issuer = new Issuer(Integer.parseInt(arguments[0]));
        mailbox.start();
        issuer.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            issuer.stop();
            mailbox.stop();
        }));
    }
}
