package dev.cutoff.inventory.evidence.format;

import dev.cutoff.inventory.signin.RawSignIn;
import dev.cutoff.inventory.signin.SignInField;
import java.io.IOException;
import java.io.InputStream;

/** Pages of {@code auditLogs/signIns} as the Graph answers them, arrays of sign-ins or of pages, and several of either behind each other. */
public final class GraphSignInJson implements SignInFormat {

    @Override
    public FormatName name() {
        return FormatName.GRAPH_SIGN_IN_JSON;
    }

    @Override
    public String looksLike() {
        return "JSON page {\"value\": [...]} of Microsoft Graph auditLogs/signIns (v1.0 or beta), or an array of its items or pages; the Graph's names or those of its PowerShell";
    }

    @Override
    public String nameOf(SignInField field) {
        return GraphSignIn.nameOf(field);
    }

    @Override
    public boolean understands(Opening opening) {
        var json = opening.json();
        return json.isEmptyList() || json.isOfSignIns() && !json.isLines();
    }

    @Override
    public void read(Opening opening, InputStream body, Records<RawSignIn> records) throws IOException {
        JsonDocuments.read(body, new GraphSignIn(), records);
    }
}
