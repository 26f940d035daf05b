package dev.cutoff.local.proof;

import java.util.List;

/**
 * What came of some notices.
 *
 * @param mails that the mail server has taken for them
 * @param duplicates of those, how many were the second or a later one of a notice
 * @param resends how often the ledger says that a notice went out once more
 * @param faults what must not be
 */
record Tally(int notices, int mails, int duplicates, int resends, List<String> faults) {}
