package org.postyard.console.ui.overview;

import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.postyard.console.widgets.theme.TextStyle;
import org.postyard.console.widgets.theme.Theme;

/** The cards of a dashboard in two columns, or in one where there is no room for two; scrolls what is higher than its place. */
final class ScrolledBoard extends Composite {

    /** As many letters of the body text must a card be wide, for its table to be read. */
    private static final int LETTERS_OF_A_CARD = 60;

    private static final int GAP = 8;
    private static final int MARGIN = 12;

    private final Theme theme;
    private final ScrolledComposite scroll;
    private final Composite body;

    ScrolledBoard(Composite parent) {
        super(parent, SWT.NONE);
        theme = Theme.of(this);
        setLayout(new FillLayout());
        scroll = new ScrolledComposite(this, SWT.V_SCROLL);
        scroll.setExpandHorizontal(true);
        scroll.setExpandVertical(true);
        // GTK loses a bar that is taken away and given again; one that is always there is only seen where it is needed.
        scroll.setAlwaysShowScrollBars(true);
        body = new Composite(scroll, SWT.NONE);
        GridLayoutFactory.fillDefaults()
                .numColumns(2)
                .equalWidth(true)
                .margins(MARGIN, 4)
                .spacing(GAP, GAP)
                .applyTo(body);
        scroll.setContent(body);
        scroll.addListener(SWT.Resize, event -> arrange());
        theme.follow(this, this::look);
    }

    /** Where the cards go: a control that spans two columns spans all there are. */
    Composite body() {
        return body;
    }

    /** Has the control seen whenever it gets the focus. */
    void revealWhenFocused(Control control) {
        control.addListener(SWT.FocusIn, event -> scroll.showControl(control));
    }

    private void look() {
        scroll.setBackground(theme.color(theme.palette().background()));
        body.setBackground(theme.color(theme.palette().background()));
        arrange();
    }

    /** Gives everything its place anew, after cards were added or their texts have grown. */
    void arrange() {
        Rectangle area = scroll.getClientArea();
        if (area.width == 0) {
            return;
        }
        int card = LETTERS_OF_A_CARD * theme.measure(TextStyle.BODY).width("n");
        int columns = area.width >= 2 * card + GAP + 2 * MARGIN ? 2 : 1;
        ((GridLayout) body.getLayout()).numColumns = columns;
        scroll.setMinHeight(body.computeSize(area.width, SWT.DEFAULT).y);
        body.layout(true);
    }
}
