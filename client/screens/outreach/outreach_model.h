// Penyuluhan: what was done for many at once, month by month, and the mothers who are only counted.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/ui/words/words.h"

#include <string>
#include <vector>

namespace screens {

class OutreachModel {
public:
    explicit OutreachModel(const Ports& ports) : ports_(ports) { read(); }

    void refresh();

    struct Row {
        std::string id;
        std::string title;   // "Kelas ibu · Balai RW 02"
        std::string detail;  // "Menyusui, Pijat oksitosin · hadir 14: ibu hamil 6, suami 3 …"
        std::string when;    // "5 Mar 2026"
        int present = 0;
        bool taught_massage = false, is_sent = false;
    };
    const std::vector<Row>& rows() const { return rows_; }
    struct Month {
        std::string name;  // "Maret 2026"
        std::size_t count = 0;
        int present = 0;
    };
    const std::vector<Month>& months() const { return months_; }

    struct Counted {
        std::string id, title, detail;
        bool is_sent = false;
    };
    const std::vector<Counted>& counted() const { return counted_; }

    FormStart new_gathering() const;
    FormStart new_tally() const;  // of this month
    static FormStart gathering(const std::string& id);
    static FormStart tally(const std::string& id);

private:
    void read();
    Row row_of(const Gathering& gathering) const;
    std::string choices(const Fields& fields, const char* question) const;
    std::string present_text(const Fields& fields) const;
    Counted counted_of(const Tally& tally) const;

    Ports ports_;
    std::vector<Row> rows_;
    std::vector<Month> months_;
    std::vector<Counted> counted_;
    std::int64_t version_ = -1;
};

int people_present(const Fields& outreach);

}  // namespace screens
