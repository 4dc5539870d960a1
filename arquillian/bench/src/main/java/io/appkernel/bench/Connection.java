package io.appkernel.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One keep-alive connection in a closed loop: the next request goes out when the answer is whole. */
final class Connection implements AutoCloseable {
    private static final int LONGEST_ANSWER = 16 * 1024;

    private final Target target;
    private final Selector selector;
    private final ByteBuffer request;
    private final ByteBuffer answer = ByteBuffer.allocate(LONGEST_ANSWER);
    private SocketChannel channel;

    Connection(Target target, Selector selector) throws IOException {
        this.target = target;
        this.selector = selector;
        this.request = ByteBuffer.wrap(target.request());
        this.channel = connect();
    }

    private SocketChannel connect() throws IOException {
        SocketChannel opened = SocketChannel.open(target.address());
        opened.socket().setTcpNoDelay(true);
        opened.configureBlocking(false);
        opened.register(selector, SelectionKey.OP_READ, this);
        return opened;
    }

    void send() throws IOException {
        request.rewind();
        answer.clear();
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    /** Reads what has come; true when an answer is whole and the next request is on its way. */
    boolean advance() throws IOException {
        if (channel.read(answer) < 0) {
            if (answer.position() > 0) {
                throw new IOException("The server hung up in the middle of an answer: " + text());
            }
            reconnect();
            send();
            return false;
        }
        int headEnd = headEnd();
        if (headEnd < 0 || !isWhole(headEnd)) {
            return false;
        }
        if (closes(headEnd)) {
            reconnect();
        }
        send();
        return true;
    }

    private void reconnect() throws IOException {
        channel.close();
        channel = connect();
    }

    private int headEnd() {
        byte[] bytes = answer.array();
        for (int i = 3; i < answer.position(); i++) {
            if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    /** The bodies are one and the same, so an answer ends with it, chunked or not. */
    private boolean isWhole(int headEnd) throws IOException {
        if (!starts(0, "HTTP/1.1 200")) {
            throw new IOException("Expected 200 of " + target.path() + ", got: " + text());
        }
        int body = answer.position() - headEnd;
        if (body < Target.ANSWER.length()) {
            return false;
        }
        if (starts(headEnd, Target.ANSWER)) {
            return true;
        }
        String text = text();
        boolean chunked = text.contains("chunked");
        if (chunked && !starts(answer.position() - 5, "0\r\n\r\n")) {
            return false;
        }
        if (!chunked || !text.contains(Target.ANSWER)) {
            throw new IOException("Expected " + Target.ANSWER + " of " + target.path() + ", got: " + text);
        }
        return true;
    }

    private boolean starts(int offset, String expected) {
        byte[] bytes = answer.array();
        for (int i = 0; i < expected.length(); i++) {
            if (bytes[offset + i] != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean closes(int headEnd) {
        byte[] bytes = answer.array();
        for (int i = 0; i < headEnd; i++) {
            if (bytes[i] == '\n' && (bytes[i + 1] | 0x20) == 'c' && starts(i + 3, "nnection: close")) {
                return true;
            }
        }
        return false;
    }

    private String text() {
        return new String(answer.array(), 0, answer.position(), StandardCharsets.ISO_8859_1)
                .strip()
                .lines()
                .reduce("", (all, line) -> all + " " + line);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
