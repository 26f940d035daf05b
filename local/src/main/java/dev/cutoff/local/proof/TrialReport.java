package dev.cutoff.local.proof;

import java.util.List;

/**
 * What a trial has shown.
 *
 * @param trial its name
 * @param notices that were to be sent
 * @param mails that the mail server has taken for them
 * @param kills of processes
 * @param duplicates of the mails, how many were the second or a later one of a notice
 * @param resends how often the ledger says that a notice went out once more
 * @param faults what must not be; empty if all holds
 */
public record TrialReport(
        String trial,
        int notices,
        int mails,
        int kills,
        int duplicates,
        int resends,
        double seconds,
        List<String> faults) {}
