#include "client/screens/sending/receipts_model.h"

#include "client/screens/sending/sending_words.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"

#include <array>

namespace screens {

using words::tr;

namespace {

// Those that need an eye first.
constexpr std::array<ResultKind, 4> kOrder = {ResultKind::ToMend, ResultKind::Differs,
                                              ResultKind::Refused, ResultKind::Received};

std::string title_of(ResultKind kind) {
    switch (kind) {
        case ResultKind::Received:
            return tr("Received");
        case ResultKind::ToMend:
            return tr("To be put right");
        case ResultKind::Differs:
            return tr("Answers differ");
        case ResultKind::Refused:
            return tr("Refused");
    }
    return {};
}

std::int64_t count_of(const ReceiptRow& receipt) {
    return receipt.n_to - receipt.n_from + 1;
}

bool is_same(const ReceiptRow& a, const ReceiptRow& b) {
    return a.at == b.at && a.n_from == b.n_from && a.n_to == b.n_to;
}

}  // namespace

ReceiptsModel::Row ReceiptsModel::row_of(const ReceiptRow& receipt) const {
    Row row;
    row.receipt = receipt;
    const std::string count = std::to_string(count_of(receipt));
    row.text =
        tr("{0} sent, {1} received, {2}", {count, count, clock_text(receipt.at, ports_.zone())});
    row.detail = words::long_date(base::date_in(receipt.at, ports_.zone()));
    const std::int64_t eyes = receipt.to_mend + receipt.differing + receipt.refused;
    if (eyes > 0) {
        row.detail += "  ·  " + tr("{0} needed attention then", {std::to_string(eyes)});
    }
    return row;
}

std::vector<ReceiptsModel::MonthOfRows> ReceiptsModel::months() const {
    std::vector<MonthOfRows> months;
    for (const ReceiptRow& receipt : ports_.sync.state().receipts) {
        const base::Month month = base::month_of(base::date_in(receipt.at, ports_.zone()));
        const std::string title = words::month_and_year(month);
        if (months.empty() || months.back().title != title) months.push_back({title, {}});
        months.back().rows.push_back(row_of(receipt));
    }
    return months;
}

void ReceiptsModel::pressed(const ReceiptRow& receipt) {
    results_.clear();
    is_shortened_ = false;
    if (is_open(receipt)) {
        open_.reset();
        return;
    }
    open_ = receipt;
    const std::vector<ResultRow> rows = ports_.sync.results(receipt.n_from, receipt.n_to);
    is_shortened_ = static_cast<std::int64_t>(rows.size()) < count_of(receipt);
    for (const ResultKind kind : kOrder) {
        ResultGroup group{kind, title_of(kind), {}};
        for (const ResultRow& row : rows) {
            if (row.kind != kind) continue;
            group.records.push_back(row);
            group.records.back().type = form_title(ports_, row.type);
        }
        if (!group.records.empty()) results_.push_back(std::move(group));
    }
}

bool ReceiptsModel::is_open(const ReceiptRow& receipt) const {
    return open_ && is_same(*open_, receipt);
}

}  // namespace screens
