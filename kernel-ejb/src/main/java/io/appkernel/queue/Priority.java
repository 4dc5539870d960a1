package io.appkernel.queue;

/** What is taken first. A lower priority is served while no higher one has work. */
public enum Priority {
    HIGH('0'),
    NORMAL('1'),
    LOW('2');

    private final char code;

    Priority(char code) {
        this.code = code;
    }

    /** How the scripts name it. */
    String code() {
        return String.valueOf(code);
    }

    static Priority of(String code) {
        for (Priority priority : values()) {
            if (priority.code().equals(code)) {
                return priority;
            }
        }
        throw new IllegalStateException("No priority has the code " + code);
    }
}
