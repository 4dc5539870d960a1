package io.appkernel.settings;

/** A foreign text made fit for one line of a message. */
final class Quoted {
    private static final int SHOWN = 60;

    private Quoted() {}

    static String of(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return "'" + (line.length() > SHOWN ? line.substring(0, SHOWN) + "..." : line) + "'";
    }
}
