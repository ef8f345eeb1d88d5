// The health centre's receipts by month, and what became of what one of them names.
#pragma once

#include "client/screens/ports/ports.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

struct ResultGroup {
    ResultKind kind = ResultKind::Received;
    std::string title;               // "Perlu diperbaiki"
    std::vector<ResultRow> records;  // with form titles in `type`
};

class ReceiptsModel {
public:
    explicit ReceiptsModel(const Ports& ports) : ports_(ports) {}

    struct Row {
        std::string text;    // "37 dikirim, 37 diterima, 10:42"
        std::string detail;  // the day, and how many need an eye
        ReceiptRow receipt;
    };
    struct MonthOfRows {
        std::string title;  // "Maret 2026"
        std::vector<Row> rows;
    };
    std::vector<MonthOfRows> months() const;  // newest first
    Row row_of(const ReceiptRow& receipt) const;

    // Opens what a receipt names, or closes it again.
    void pressed(const ReceiptRow& receipt);
    bool is_open(const ReceiptRow& receipt) const;
    // Of the open one: those that need an eye first.
    const std::vector<ResultGroup>& results() const { return results_; }
    bool is_shortened() const { return is_shortened_; }  // more were sent than are listed

private:
    Ports ports_;
    std::optional<ReceiptRow> open_;
    std::vector<ResultGroup> results_;
    bool is_shortened_ = false;
};

}  // namespace screens
