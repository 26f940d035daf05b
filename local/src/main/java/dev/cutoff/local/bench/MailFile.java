package dev.cutoff.local.bench;

import dev.cutoff.local.home.Failure;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Mails as the service has made them, each with its recipient. */
final class MailFile {

    record Mail(String recipient, byte[] bytes) {}

    private static final int AT_ONCE = 100;

    private MailFile() {}

    /** @return how many mails the notices of a database have */
    static int write(Connection owner, Path file) {
        try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)));
                var statement = owner.createStatement()) {
            var count = 0;
            owner.setAutoCommit(false);
            statement.execute("select set_config('app.tenants', '*', true)");
            statement.setFetchSize(AT_ONCE);
            try (var rows = statement.executeQuery("select person, mime from notice where mime is not null")) {
                while (rows.next()) {
                    out.writeUTF(rows.getString(1));
                    var bytes = rows.getBytes(2);
                    out.writeInt(bytes.length);
                    out.write(bytes);
                    count++;
                }
            }
            owner.commit();
            owner.setAutoCommit(true);
            return count;
        } catch (IOException | SQLException e) {
            throw new Failure("The mails cannot be read: " + e.getMessage(), e);
        }
    }

    static List<Mail> read(Path file) throws IOException {
        var mails = new ArrayList<Mail>();
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (in.available() > 0) {
                var recipient = in.readUTF();
                mails.add(new Mail(recipient, in.readNBytes(in.readInt())));
            }
        }
        return mails;
    }
}
