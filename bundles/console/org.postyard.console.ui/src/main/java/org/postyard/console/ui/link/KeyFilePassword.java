package org.postyard.console.ui.link;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.spec.PBEKeySpec;
import org.eclipse.equinox.security.storage.provider.IPreferencesContainer;
import org.eclipse.equinox.security.storage.provider.PasswordProvider;

/**
 * Opens the secure storage with a random key in the workspace that only its owner can read, so that passwords can be kept on a
 * machine without a keyring. Whoever can read the owner's files can read the passwords; nobody else can.
 */
public final class KeyFilePassword extends PasswordProvider {

    /** Id of this provider in plugin.xml, with the name of the bundle. */
    static final String ID = "org.postyard.console.ui.keyfile";

    private static final int KEY_BYTES = 32;

    @Override
    public PBEKeySpec getPassword(IPreferencesContainer container, int passwordType) {
        try {
            return new PBEKeySpec(key(Workspace.folder().resolve("secrets.key")).toCharArray());
        } catch (IOException problem) {
            throw new UncheckedIOException("the key of the saved passwords cannot be read", problem);
        }
    }

    /** The key in the file, which is made if it is not there. */
    static String key(Path file) throws IOException {
        if (Files.notExists(file)) {
            make(file);
        }
        return Files.readString(file).strip();
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(random);
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (var channel = Files.newByteChannel(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(StandardCharsets.US_ASCII.encode(HexFormat.of().formatHex(random)));
        } catch (FileAlreadyExistsException another) {
            // Another console of the same workspace was faster; its key is as good.
            return;
        }
    }
}
