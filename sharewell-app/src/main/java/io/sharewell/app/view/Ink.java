package io.sharewell.app.view;

/** What a colour is for. */
public enum Ink {
    PLAIN(""),
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    WARNING("33"),
    ALARM("1;31");

    private final String code;

    Ink(String code) {
        this.code = code;
    }

    /** The text in this ink, by ANSI's Select Graphic Rendition. */
    String on(String text) {
        return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
