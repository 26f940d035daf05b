package dev.cutoff.inventory.evidence.format;

import dev.cutoff.inventory.signin.RawSignIn;
import dev.cutoff.inventory.signin.SignInField;

/** A format of sign-in logs. */
public sealed interface SignInFormat extends EvidenceFormat<RawSignIn>
        permits EntraSignInCsv, GraphSignInJson, GraphSignInLines {

    /** What the format calls a field. */
    String nameOf(SignInField field);
}
