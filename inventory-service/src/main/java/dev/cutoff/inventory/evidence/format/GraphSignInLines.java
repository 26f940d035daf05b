package dev.cutoff.inventory.evidence.format;

import dev.cutoff.inventory.signin.RawSignIn;
import dev.cutoff.inventory.signin.SignInField;
import java.io.IOException;
import java.io.InputStream;

/** Sign-ins of the Graph, one a line (NDJSON): a broken line costs itself only. */
public final class GraphSignInLines implements SignInFormat {

    @Override
    public FormatName name() {
        return FormatName.GRAPH_SIGN_IN_NDJSON;
    }

    @Override
    public String looksLike() {
        return "NDJSON: one item of Microsoft Graph auditLogs/signIns (v1.0 or beta) on each line";
    }

    @Override
    public String nameOf(SignInField field) {
        return GraphSignIn.nameOf(field);
    }

    @Override
    public boolean understands(Opening opening) {
        return opening.json().isOfSignIns() && opening.json().isLines();
    }

    @Override
    public void read(Opening opening, InputStream body, Records<RawSignIn> records) throws IOException {
        JsonLines.read(body, new GraphSignIn(), records);
    }
}
