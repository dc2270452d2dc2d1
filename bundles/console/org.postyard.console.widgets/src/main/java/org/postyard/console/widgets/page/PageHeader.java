package org.postyard.console.widgets.page;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.layout.RowLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.postyard.console.widgets.form.ActionButton;
import org.postyard.console.widgets.mark.Icon;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** The top of a view: what it shows, how much of it, a box to filter it, and what can be done. */
public final class PageHeader extends Composite {
    private static final int FILTER_WIDTH = 220;
    private static final int LEAST_HEIGHT = 40;
    private static final int MARGIN = 12;
    private static final int TOOL_SPACING = 4;

    private final Theme theme;
    private final Label title;
    private final Label subtitle;
    private final Composite tools;
    private Optional<Text> filter = Optional.empty();
    private String full = "";
    private boolean shortening;
    private int textHeight;

    public PageHeader(Composite parent, String text) {
        super(parent, SWT.NONE);
        theme = Theme.of(this);
        GridLayout layout = new GridLayout(3, false);
        layout.marginWidth = MARGIN;
        layout.marginHeight = 6;
        layout.horizontalSpacing = MARGIN;
        setLayout(layout);
        title = label(TextStyle.SECTION);
        title.setLayoutData(new GridData(SWT.BEGINNING, SWT.CENTER, false, true));
        title.setText(text);
        subtitle = label(TextStyle.BODY);
        GridData rest = new GridData(SWT.FILL, SWT.CENTER, true, false);
        rest.widthHint = 0;
        subtitle.setLayoutData(rest);
        subtitle.addListener(SWT.Resize, event -> shorten());
        tools = new Composite(this, SWT.NONE);
        RowLayout row = new RowLayout(SWT.HORIZONTAL);
        row.center = true;
        row.wrap = false;
        row.marginTop = 0;
        row.marginBottom = 0;
        row.marginLeft = 0;
        row.marginRight = 0;
        row.spacing = TOOL_SPACING;
        tools.setLayout(row);
        tools.setLayoutData(new GridData(SWT.END, SWT.CENTER, false, false));
        addListener(SWT.Resize, event -> fit());
        tools.addListener(SWT.Resize, event -> fit());
        theme.follow(this, this::look);
    }

    /** Where there is little room, tools have their icons alone. */
    private void fit() {
        int room = getClientArea().width - title.computeSize(SWT.DEFAULT, SWT.DEFAULT).x - 4 * MARGIN;
        int wanted = Arrays.stream(tools.getChildren())
                .mapToInt(PageHeader::fullWidth)
                .sum();
        for (Control tool : tools.getChildren()) {
            if (tool instanceof ActionButton button) button.compact(room > 0 && wanted > room);
        }
    }

    private static int fullWidth(Control tool) {
        int width = tool instanceof ActionButton button
                ? button.fullWidth()
                : tool.computeSize(tool.getLayoutData() instanceof RowData data ? data.width : SWT.DEFAULT, SWT.DEFAULT)
                        .x;
        return width + TOOL_SPACING;
    }

    public void title(String text) {
        title.setText(text);
        layout(true, true);
    }

    /** How much there is, or what it belongs to: "12 servers, 3 not well". */
    public void subtitle(String text) {
        if (full.equals(text)) return;
        full = text;
        subtitle.setToolTipText(text);
        shorten();
    }

    /** What does not fit ends with an ellipsis; the tip has all of it. */
    private void shorten() {
        if (shortening) return;
        Rectangle bounds = subtitle.getBounds();
        String fitting =
                bounds.width == 0 ? full : theme.measure(TextStyle.BODY).shorten(full, bounds.width);
        if (subtitle.getText().equals(fitting)) return;
        shortening = true;
        subtitle.setText(fitting);
        // GTK gives a text that grew no more room unless the label itself changes its size.
        subtitle.setSize(0, 0);
        subtitle.setBounds(bounds);
        shortening = false;
    }

    /** Adds the box that narrows what the page shows; the listener gets the text at each change. */
    public Text filterBox(String hint, Consumer<String> listener) {
        Text box = new Text(tools, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        box.setMessage(hint);
        box.setLayoutData(new RowData(FILTER_WIDTH, SWT.DEFAULT));
        box.addListener(SWT.Modify, event -> listener.accept(box.getText().strip()));
        filter = Optional.of(box);
        theme.follow(box, () -> {
            theme.useFont(box, TextStyle.BODY);
            box.setBackground(theme.color(theme.palette().surface()));
            box.setForeground(theme.color(theme.palette().text()));
        });
        return box;
    }

    public Optional<Text> filterBox() {
        return filter;
    }

    /** Adds a tool with words. */
    public ActionButton action(Icon icon, String text, String tip, Runnable action) {
        return button(ActionButton.Weight.QUIET, icon, tip, action).text(text);
    }

    /** Adds a tool with an icon alone; the tip says what it does. */
    public ActionButton action(Icon icon, String tip, Runnable action) {
        return button(ActionButton.Weight.QUIET, icon, tip, action);
    }

    /** Adds what most people will want to do on this page. */
    public ActionButton primary(Icon icon, String text, String tip, Runnable action) {
        return button(ActionButton.Weight.PRIMARY, icon, tip, action).text(text);
    }

    /** Where a view may put other controls, at the right. */
    public Composite tools() {
        return tools;
    }

    @Override
    public Point computeSize(int widthHint, int heightHint, boolean changed) {
        Point size = super.computeSize(widthHint, heightHint, changed);
        return new Point(size.x, Math.max(size.y, LEAST_HEIGHT));
    }

    private ActionButton button(ActionButton.Weight weight, Icon icon, String tip, Runnable action) {
        return new ActionButton(tools, weight).icon(icon).tip(tip).onPress(action);
    }

    private Label label(TextStyle style) {
        Label label = new Label(this, SWT.NONE);
        theme.follow(label, () -> {
            theme.useFont(label, style);
            boolean main = style == TextStyle.SECTION;
            label.setForeground(
                    theme.color(main ? theme.palette().text() : theme.palette().muted()));
            label.setBackground(theme.color(theme.palette().background()));
        });
        return label;
    }

    private void look() {
        setBackground(theme.color(theme.palette().background()));
        tools.setBackground(theme.color(theme.palette().background()));
        int height = theme.measure(TextStyle.BODY).height();
        if (height == textHeight) return;
        textHeight = height;
        fit();
        requestLayout();
    }
}
