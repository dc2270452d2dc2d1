import org.springframework.security.crypto.bcrypt.BCrypt;

/** Prints the bcrypt hash, in hexadecimal, of the password on standard input: the form in which Karaf's users.properties keeps it. */
final class HashPassword {
    private static final int COST = 10;

    public static void main(String[] arguments) throws java.io.IOException {
        String password = new String(System.in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        byte[] hash = BCrypt.hashpw(password, BCrypt.gensalt(COST)).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        System.out.println(java.util.HexFormat.of().formatHex(hash));
    }
}
