package io.sharewell.system;

import io.sharewell.chaos.world.World;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** An authority with certificates for a broker and its clients, each in the files that Strimzi's operators make. */
final class Certificates {

    static final String PASSWORD = "of-no-use-elsewhere";

    private static final String AUTHORITY = "authority";
    private static final String BROKER = "broker";

    private final Path folder;
    private final Path all;

    private Certificates(Path folder) {
        this.folder = folder;
        this.all = folder.resolve("all.p12");
    }

    /** In an empty folder. */
    static Certificates in(Path folder) throws IOException, InterruptedException {
        Certificates certificates = new Certificates(folder);
        certificates.keytool(AUTHORITY, List.of("-ext", "bc:critical=ca:true"));
        certificates.sign(BROKER, List.of("-ext", "san=ip:127.0.0.1,dns:localhost"));
        return certificates;
    }

    /** The broker's own keys, PKCS12. */
    Path broker() throws IOException, GeneralSecurityException {
        return pkcs12(BROKER, folder.resolve("broker.p12"));
    }

    /** What is mounted into a pod at {@code /kafka}: {@code cluster/ca.crt}, and the user's key in {@code user}. */
    Path mountedFor(String user) throws IOException, InterruptedException, GeneralSecurityException {
        sign(user, List.of());
        Path mounted = mountedForAll(user);
        Path keys = Files.createDirectory(mounted.resolve("user"));
        pkcs12(user, keys.resolve("user.p12"));
        Files.writeString(
                keys.resolve("user.crt"),
                pem("CERTIFICATE", store().getCertificate(user).getEncoded()));
        Files.writeString(keys.resolve("user.key"), pem("PRIVATE KEY", key(user).getEncoded()));
        World.mount(keys);
        return mounted;
    }

    /** The same without a user's key: who the client is, it proves otherwise. */
    Path mountedForAll(String name) throws IOException, GeneralSecurityException {
        Path mounted = Files.createDirectory(folder.resolve(name));
        Path cluster = Files.createDirectory(mounted.resolve("cluster"));
        Files.writeString(
                cluster.resolve("ca.crt"),
                pem("CERTIFICATE", store().getCertificate(AUTHORITY).getEncoded()));
        World.mount(cluster);
        return mounted;
    }

    private void sign(String name, List<String> more) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of("-signer", AUTHORITY));
        options.addAll(more);
        keytool(name, options);
    }

    private void keytool(String name, List<String> more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        command.addAll(List.of("-alias", name, "-dname", "CN=" + name, "-keyalg", "EC", "-groupname", "secp256r1"));
        command.addAll(List.of("-keystore", all.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        command.addAll(more);
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(keytool.getInputStream().readAllBytes());
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException(said);
        }
    }

    private Path pkcs12(String name, Path file) throws IOException, GeneralSecurityException {
        KeyStore one = KeyStore.getInstance("PKCS12");
        one.load(null, null);
        one.setKeyEntry(name, key(name), PASSWORD.toCharArray(), new Certificate[] {store().getCertificate(name)});
        try (OutputStream out = Files.newOutputStream(file)) {
            one.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private Key key(String name) throws IOException, GeneralSecurityException {
        return store().getKey(name, PASSWORD.toCharArray());
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        return KeyStore.getInstance(all.toFile(), PASSWORD.toCharArray());
    }

    private static String pem(String type, byte[] der) {
        return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
                .formatted(type, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der), type);
    }
}
