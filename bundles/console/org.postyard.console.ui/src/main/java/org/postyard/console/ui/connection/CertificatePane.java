package org.postyard.console.ui.connection;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.model.connection.PresentedCertificate;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/**
 * Shows a certificate for approval. One that took the place of an approved one can only be approved after somebody says that they know
 * of the change.
 */
final class CertificatePane {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Composite pane;
    private final Theme theme;

    CertificatePane(Composite parent) {
        pane = new Composite(parent, SWT.NONE);
        theme = Theme.of(pane);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 4).applyTo(pane);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 8).applyTo(pane);
    }

    /**
     * @param changed whether another certificate was approved before
     * @param approvable called with whether it may be approved now
     */
    void show(PresentedCertificate certificate, boolean changed, java.util.function.Consumer<Boolean> approvable) {
        for (var child : pane.getChildren()) {
            child.dispose();
        }
        heading(changed);
        row("Subject", certificate.subject());
        row("Issuer", certificate.issuer());
        row("Valid", day(certificate.notBefore()) + " to " + day(certificate.notAfter()));
        row("SHA-256", twoLines(certificate.fingerprint()));
        approvable.accept(!changed);
        if (changed) {
            Button known = new Button(pane, SWT.CHECK);
            known.setText("I know that this runtime was given a new certificate");
            known.setFont(theme.font(TextStyle.BODY));
            GridDataFactory.fillDefaults().span(2, 1).indent(0, 8).applyTo(known);
            known.addListener(SWT.Selection, event -> approvable.accept(known.getSelection()));
        }
        pane.requestLayout();
    }

    private void heading(boolean changed) {
        Label label = new Label(pane, SWT.WRAP);
        label.setText(
                changed
                        ? "The certificate of this runtime has changed since it was approved. If nobody replaced it,"
                                + " somebody else answers in the runtime's place: do not go on."
                        : "This runtime is seen for the first time. Compare the fingerprint with the one that its"
                                + " administrator knows; after that no other certificate is accepted.");
        label.setFont(theme.font(TextStyle.BODY));
        label.setForeground(theme.color(
                changed ? theme.palette().critical() : theme.palette().text()));
        GridDataFactory.fillDefaults().span(2, 1).hint(452, SWT.DEFAULT).applyTo(label);
    }

    private void row(String name, String value) {
        Label label = new Label(pane, SWT.NONE);
        label.setText(name);
        label.setFont(theme.font(TextStyle.BODY));
        label.setForeground(theme.color(theme.palette().muted()));
        GridDataFactory.fillDefaults().align(SWT.FILL, SWT.BEGINNING).applyTo(label);
        Text text = new Text(pane, SWT.READ_ONLY | SWT.MULTI);
        text.setText(value);
        text.setFont(theme.font(name.equals("SHA-256") ? TextStyle.MONOSPACE : TextStyle.BODY));
        text.setBackground(theme.color(theme.palette().background()));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
    }

    private static String twoLines(String fingerprint) {
        int middle = fingerprint.length() / 2 + 1;
        return fingerprint.substring(0, middle) + "\n" + fingerprint.substring(middle);
    }

    private static String day(Instant instant) {
        return DAY.format(instant.atZone(ZoneId.systemDefault()));
    }
}
