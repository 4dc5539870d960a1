package io.appkernel.sessions;

/** From where somebody logs in, for the list of their logins. Immutable. */
public record Client(String ip, String userAgent) {
    private static final int LONGEST_IP = 64;
    private static final int LONGEST_AGENT = 300;

    public Client {
        ip = cut(ip, LONGEST_IP);
        userAgent = cut(userAgent, LONGEST_AGENT);
    }

    /** Nothing is known of it. */
    public static Client unknown() {
        return new Client("", "");
    }

    /** As much of a text as the database takes; a half character is none. */
    private static String cut(String text, int most) {
        String clean = text.replaceAll("\\p{Cntrl}", " ");
        if (clean.length() <= most) {
            return clean;
        }
        int end = Character.isHighSurrogate(clean.charAt(most - 1)) ? most - 1 : most;
        return clean.substring(0, end);
    }
}
