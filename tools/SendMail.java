import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Submits message files, or messages that it makes itself, to an SMTP listener, and prints the replies. */
final class SendMail {
    private static final String USAGE = """
            SendMail HOST PORT [--from ADDRESS] [--to ADDRESS]... FILE...
            SendMail HOST PORT --sample COUNT --rate PER_SECOND [FOLDER]""";

    public static void main(String[] arguments) throws Exception {
        if (arguments.length < 3) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try (Conversation conversation = new Conversation(arguments[0], Integer.parseInt(arguments[1]))) {
            List<String> rest = List.of(arguments).subList(2, arguments.length);
            boolean all = rest.get(0).equals("--sample") ? samples(conversation, rest) : files(conversation, rest);
            System.exit(all ? 0 : 1);
        } catch (IOException e) {
            System.err.println(arguments[0] + ":" + arguments[1] + ": " + e.getMessage());
            System.exit(1);
        }
    }

    // --- message files

    private static boolean files(Conversation conversation, List<String> arguments) throws IOException {
        String from = "";
        List<String> to = new ArrayList<>();
        List<String> files = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            switch (arguments.get(i)) {
                case "--from" -> from = arguments.get(++i);
                case "--to" -> to.add(arguments.get(++i));
                default -> files.add(arguments.get(i));
            }
        }
        boolean all = true;
        for (String file : files) all &= file(conversation, from, to, file);
        return all;
    }

    private static boolean file(Conversation conversation, String from, List<String> to, String file) throws IOException {
        byte[] message = Message.withCrLf(Files.readAllBytes(Path.of(file)));
        String sender = from.isEmpty() ? Message.addresses(message, "from").stream().findFirst().orElse("") : from;
        List<String> recipients = to.isEmpty() ? List.copyOf(Message.addresses(message, "to", "cc", "bcc")) : to;
        if (recipients.isEmpty()) {
            System.err.println(file + ": its headers name no recipient; say --to ADDRESS");
            return false;
        }
        String reply = conversation.submit(sender, recipients, message);
        System.out.println(file + ": " + reply);
        return reply.startsWith("2");
    }

    // --- sample messages

    private static boolean samples(Conversation conversation, List<String> arguments) throws IOException {
        int count = Integer.parseInt(arguments.get(1));
        double perSecond = Double.parseDouble(arguments.get(3));
        List<byte[]> given = arguments.size() > 4 ? Message.inFolder(Path.of(arguments.get(4))) : List.of();
        Random random = new Random(1);
        int refused = 0;
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            LockSupport.parkNanos(start + (long) (i * 1e9 / perSecond) - System.nanoTime());
            String recipient = Samples.recipient(random);
            byte[] message = given.isEmpty() ? Samples.message(i, recipient) : given.get(i % given.size());
            String reply = conversation.submit("news@shop.example", List.of(recipient), message);
            if (!reply.startsWith("2") && refused++ == 0) System.err.println("refused: " + reply);
        }
        System.out.println("sent " + (count - refused) + " of " + count + " sample messages");
        return refused == 0;
    }

    /** Made-up customers of the simulated providers, and what a shop writes to them. */
    private static final class Samples {
        private static final String[] DOMAINS = {
            "gmail.test", "gmail.test", "gmail.test", "yahoo.test", "outlook.test", "hotmail.test", "icloud.test", "business.test", "village.test"
        };

        static String recipient(Random random) {
            return "customer" + random.nextInt(100_000) + "@" + DOMAINS[random.nextInt(DOMAINS.length)];
        }

        static byte[] message(int number, String recipient) {
            boolean receipt = number % 4 == 0;
            String text = """
                    Date: %s
                    From: "The Shop" <news@shop.example>
                    To: %s
                    Subject: %s
                    Message-ID: <%d.%d@shop.example>
                    MIME-Version: 1.0
                    Content-Type: text/plain; charset=utf-8
                    Content-Transfer-Encoding: 8bit
                    X-Postyard-Class: %s
                    X-Postyard-Campaign: %s

                    %s
                    """.formatted(
                            DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now()),
                            recipient,
                            receipt ? "Your order " + (40_000 + number) : "What is new this week",
                            number,
                            System.nanoTime(),
                            receipt ? "transactional" : "bulk",
                            receipt ? "orders" : "weekly",
                            (receipt ? "Thank you for your order. It leaves our house today.\n" : "Apples, pears, plums – fresh from the orchard.\n").repeat(receipt ? 4 : 60));
            return Message.withCrLf(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** What has to be known of a message's text. */
    private static final class Message {
        private static final Pattern ADDRESS = Pattern.compile("<([^<>\\s]+@[^<>\\s]+)>|([^\\s<>,;:\"()]+@[^\\s<>,;:\"()]+)");

        static List<byte[]> inFolder(Path folder) throws IOException {
            List<byte[]> messages = new ArrayList<>();
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(path -> path.toString().endsWith(".eml")).sorted().toList())
                    messages.add(withCrLf(Files.readAllBytes(file)));
            }
            if (messages.isEmpty()) throw new IOException(folder + " has no .eml file");
            return messages;
        }

        /** The same lines with CR LF at the end of each, the last one too. */
        static byte[] withCrLf(byte[] text) {
            ByteArrayOutputStream lines = new ByteArrayOutputStream(text.length + text.length / 32);
            int before = '\n';
            for (byte each : text) {
                if (before == '\r' && each != '\n') lines.write('\n');
                if (each == '\n' && before != '\r') lines.write('\r');
                lines.write(each);
                before = each;
            }
            if (before == '\r') lines.write('\n');
            else if (before != '\n') lines.writeBytes(new byte[] {'\r', '\n'});
            return lines.toByteArray();
        }

        static Set<String> addresses(byte[] message, String... headers) {
            String text = new String(message, StandardCharsets.ISO_8859_1);
            int end = text.indexOf("\r\n\r\n");
            String head = (end < 0 ? text : text.substring(0, end)).replaceAll("\r\n[ \t]+", " ");
            Set<String> found = new LinkedHashSet<>();
            for (String line : head.split("\r\n")) {
                int colon = line.indexOf(':');
                if (colon < 0 || !List.of(headers).contains(line.substring(0, colon).strip().toLowerCase(Locale.ROOT))) continue;
                Matcher matcher = ADDRESS.matcher(line.substring(colon + 1));
                while (matcher.find()) found.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            }
            return found;
        }
    }

    /** One SMTP conversation (RFC 5321). */
    private static final class Conversation implements AutoCloseable {
        private static final int TIMEOUT_MILLIS = 300_000;

        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;

        Conversation(String host, int port) throws IOException {
            socket = new Socket(host, port);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
            out = new BufferedOutputStream(socket.getOutputStream());
            String greeting = reply();
            if (!greeting.startsWith("220")) throw new IOException("greeted with " + greeting);
            String hello = command("EHLO localhost");
            if (!hello.startsWith("2")) throw new IOException("answered EHLO with " + hello);
        }

        /** The reply that decided: the last one if the message was taken, else the first refusal. */
        String submit(String from, List<String> to, byte[] message) throws IOException {
            String reply = command("MAIL FROM:<" + (from.equals("<>") ? "" : from) + "> SIZE=" + message.length + " BODY=8BITMIME");
            boolean taken = false;
            for (int i = 0; i < to.size() && reply.startsWith("2"); i++) {
                String answer = command("RCPT TO:<" + to.get(i) + ">");
                if (answer.startsWith("2")) taken = true;
                else if (to.size() > 1) System.err.println(to.get(i) + ": " + answer);
                if (i == to.size() - 1 && !taken) reply = answer;
            }
            if (taken) reply = command("DATA");
            if (!taken || !reply.startsWith("354")) {
                command("RSET");
                return reply;
            }
            writeStuffed(message);
            return command(".");
        }

        /** Doubles the dot at the start of a line (RFC 5321 §4.5.2). */
        private void writeStuffed(byte[] message) throws IOException {
            int before = '\n';
            for (byte each : message) {
                if (each == '.' && before == '\n') out.write('.');
                out.write(each);
                before = each;
            }
        }

        private String command(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
            return reply();
        }

        /** All lines of a reply as one, joined by a space. */
        private String reply() throws IOException {
            StringBuilder whole = new StringBuilder();
            while (true) {
                String line = line();
                whole.append(whole.length() == 0 ? line : " " + line.substring(Math.min(4, line.length())));
                if (line.length() < 4 || line.charAt(3) != '-') return whole.toString();
            }
        }

        private String line() throws IOException {
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            int next;
            while ((next = in.read()) != '\n') {
                if (next < 0) throw new IOException("the connection was closed");
                if (next != '\r') line.write(next);
            }
            return line.toString(StandardCharsets.UTF_8);
        }

        @Override
        public void close() throws IOException {
            out.write("QUIT\r\n".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.close();
        }
    }
}
