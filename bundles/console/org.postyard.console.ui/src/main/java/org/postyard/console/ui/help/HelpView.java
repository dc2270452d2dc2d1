package org.postyard.console.ui.help;

import java.util.List;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.keys.IBindingService;
import org.postyard.console.ui.navigation.Destination;
import org.postyard.console.ui.part.ConsoleView;
import org.postyard.console.widgets.table.Column;
import org.postyard.console.widgets.table.Grid;
import org.postyard.console.widgets.table.Rows;

/** The pages of help: all of them at the left, the chosen one at the right. */
public final class HelpView extends ConsoleView {

    private Grid<HelpPage> pages;
    private PageViewer viewer;

    /** Opens help at the page of the view that is in front. */
    public static void open(IWorkbenchPage page) throws PartInitException {
        HelpPage wanted = page.getActivePart() == null
                ? HelpPage.START
                : HelpPage.ofView(page.getActivePart().getSite().getId());
        if (page.showView(Destination.HELP.viewId()) instanceof HelpView help) {
            help.whenMade(() -> help.show(wanted));
        }
    }

    @Override
    protected void createContents(Composite page) {
        page.setLayout(new FillLayout());
        SashForm sash = new SashForm(page, SWT.HORIZONTAL);
        sash.setSashWidth(1);
        theme().follow(
                        sash,
                        () -> sash.setBackground(theme().color(theme().palette().line())));
        pages = new Grid<>(sash, List.of(Column.text("page", "Help", 200, HelpPage::title)));
        pages.setRows(Rows.flat(HelpPage.all(), HelpPage::name));
        viewer = new PageViewer(sash, this::follow);
        sash.setWeights(20, 80);
        pages.onSelect(selected -> selected.stream().findFirst().ifPresent(this::fill));
        // When the text has its width: without one every word is a line of its own, which takes long to measure.
        whenMade(() -> show(HelpPage.START));
    }

    /** Shows the page, and where it is among the others. */
    void show(HelpPage page) {
        pages.select(List.of(page.name()));
    }

    private void follow(String name) {
        HelpPage.named(name).ifPresent(this::show);
    }

    private void fill(HelpPage page) {
        String text = page.text();
        if (page.equals(HelpPage.KEYS)) {
            text = text.replace("{keys}", new BoundKeys(getSite().getService(IBindingService.class)).asList());
        }
        viewer.show(Manuscript.of(text));
    }

    @Override
    protected void focusContents() {
        pages.setFocus();
    }
}
