package dev.cutoff.local.bench;

import dev.cutoff.local.home.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;

/** PostgreSQL alone: COPY of the same rows into a table that has nothing but them and the key. */
final class CopyPeer {

    private final Connection owner;

    CopyPeer(Connection owner) {
        this.owner = owner;
    }

    /** @return how long it took, in nanoseconds */
    long load(SignInFile file) {
        try (var statement = owner.createStatement();
                var rows = Files.newInputStream(file.rows())) {
            statement.execute("""
                    create table bare_sign_in (
                        tenant_id uuid not null, day date not null, id uuid not null, at timestamptz, user_id uuid, address text,
                        client_app text, user_agent text, error_code integer, primary key (tenant_id, day, id))""");
            var began = System.nanoTime();
            var count = owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bare_sign_in from stdin (format csv)", rows, 65_536);
            var nanos = System.nanoTime() - began;
            statement.execute("drop table bare_sign_in");
            if (count != file.count()) {
                throw new Failure("COPY took %,d of %,d rows.".formatted(count, file.count()));
            }
            return nanos;
        } catch (SQLException | IOException e) {
            throw new Failure("The COPY of the bench failed: " + e.getMessage(), e);
        }
    }
}
