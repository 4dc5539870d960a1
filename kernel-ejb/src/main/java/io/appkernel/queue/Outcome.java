package io.appkernel.queue;

import java.time.Duration;

/** What an owner says of its job; {@code note} is what came of it, a JSON object on one line. */
public sealed interface Outcome {
    Claim claim();

    /** What the script calls it. */
    String code();

    /** It is done. */
    record Done(Claim claim, String note) implements Outcome {
        @Override
        public String code() {
            return "D";
        }
    }

    /** It failed and is to be tried again. */
    record Retry(Claim claim, Duration delay, String note) implements Outcome {
        @Override
        public String code() {
            return "R";
        }
    }

    /** It is given up, kept until somebody enqueues it again. */
    record Dead(Claim claim, String note) implements Outcome {
        @Override
        public String code() {
            return "X";
        }
    }

    /** It was stopped because somebody asked for it. */
    record Cancelled(Claim claim, String note) implements Outcome {
        @Override
        public String code() {
            return "C";
        }
    }

    /** It was not begun, or not finished through no fault of its own: another owner may have it at once. */
    record HandedBack(Claim claim) implements Outcome {
        @Override
        public String code() {
            return "B";
        }
    }
}
