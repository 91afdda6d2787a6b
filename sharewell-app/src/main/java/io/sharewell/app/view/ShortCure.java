package io.sharewell.app.view;

import io.sharewell.events.Reason;
import io.sharewell.events.ledger.SweepReport.ReportedProblem;

/** A cure in one line, where the whole of it stands elsewhere. */
final class ShortCure {

    private static final int LONGEST = 120;

    private ShortCure() {}

    static String of(ReportedProblem problem) {
        String remedy = problem.remedy();
        if (remedy.length() <= LONGEST) {
            return remedy;
        }
        if (problem.reason() == Reason.ROLE_NOT_ASSUMABLE) {
            return "create the role there, or correct its trust policy, the external id or the service control policy";
        }
        int sentence = remedy.indexOf(". ");
        int part = remedy.indexOf("; ");
        int end = sentence < 0 || part >= 0 && part < sentence ? part : sentence;
        return end < 0 ? remedy : remedy.substring(0, end);
    }
}
