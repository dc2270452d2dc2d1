package org.postyard.console.ui.overview;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToLongFunction;
import org.postyard.console.model.history.AttemptWindow.Outcomes;
import org.postyard.console.model.view.Figures;
import org.postyard.console.model.view.OverviewModel;
import org.postyard.console.ui.part.Marks;
import org.postyard.console.widgets.table.Column;

/** The columns of the two tables of attempts: by provider, and by destination site. */
final class ErrorColumns {

    private final Figures figures;

    ErrorColumns(Figures figures) {
        this.figures = figures;
    }

    List<Column<OverviewModel.Errors>> all(String title) {
        return List.of(
                Column.severity("name", title, 208, row -> Marks.of(row.severity()), OverviewModel.Errors::name),
                count("attempts", "Attempts", Outcomes::attempts),
                Column.<OverviewModel.Errors>share(
                                "errors", "Errors", 100, row -> row.outcomes().errorShare())
                        .explained("Deferred and bounced, of the attempts of the last minute"),
                count("deferred", "Deferred", Outcomes::deferred),
                count("bounced", "Bounced", Outcomes::bounced));
    }

    private Column<OverviewModel.Errors> count(String id, String title, ToLongFunction<Outcomes> number) {
        return Column.<OverviewModel.Errors>number(
                        id,
                        title,
                        71,
                        row -> OptionalDouble.of(number.applyAsLong(row.outcomes())),
                        value -> figures.count(Math.round(value)))
                .explained(title + " in the last minute");
    }
}
