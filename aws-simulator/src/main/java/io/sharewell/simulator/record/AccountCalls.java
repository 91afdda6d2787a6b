package io.sharewell.simulator.record;

/** One account's calls. */
public final class AccountCalls {

    static final AccountCalls NONE = new AccountCalls();

    private long calls;
    private long errors;

    void count(boolean failed) {
        calls++;
        if (failed) {
            errors++;
        }
    }

    public long calls() {
        return calls;
    }

    /** Of the calls, those that were refused or not answered. */
    public long errors() {
        return errors;
    }
}
