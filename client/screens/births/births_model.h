// Kehamilan: the births to come by their expected day (HPL), the overdue ones first, and what
// became of each.
#pragma once

#include "client/screens/frame/ways.h"
#include "client/ui/words/words.h"

#include <optional>
#include <string>
#include <vector>

namespace screens {

// By how near the birth is.
enum class Near { Overdue, Soon, Later, Unknown };

class BirthsModel {
public:
    explicit BirthsModel(const Ports& ports) : ports_(ports) { read(); }

    void refresh();

    struct Row {
        ExpectedBirth birth;
        Near near = Near::Unknown;
        std::string detail;   // family, place, planned place
        std::string when;     // "HPL 12 Mar 2026 · hamil 38 minggu"
        std::string urgency;  // "HPL lewat 5 hari, tanyakan kelahiran"
    };
    const std::vector<Row>& rows() const { return rows_; }
    struct Group {
        Near near;
        std::size_t count = 0;
    };
    const std::vector<Group>& groups() const { return groups_; }

    // ---- one of them was pressed
    enum class Asks { What, Loss, Moved };
    struct Asking {
        Row row;
        Asks asks = Asks::What;
        std::string day;  // as typed
        words::Sentence problem;
        std::optional<records::Revision> base = std::nullopt;  // of the pregnancy, as it is shown
    };
    std::optional<Asking>& asking() { return asking_; }
    void pressed(std::size_t row);
    void lost_clicked() { asking_->asks = Asks::Loss; }
    void moved_clicked() { asking_->asks = Asks::Moved; }
    void cancelled() { asking_.reset(); }
    bool end_confirmed();  // false: see problem
    RegisterStart born() const;
    RegisterStart stillborn() const;
    FormStart mend() const;  // the pregnancy's own form

    // ---- a new one
    struct Choice {
        std::string family, mother;  // ids; no mother: a new one in that family
        std::string name, detail;
    };
    struct Finding {
        std::string query, asked_for;
        std::vector<Choice> found;
    };
    std::optional<Finding>& finding() { return finding_; }
    void new_clicked();
    void query_typed();
    void finding_cancelled() { finding_.reset(); }
    RegisterStart chosen(const Choice& choice) const;
    RegisterStart new_family() const;

private:
    void read();
    Row row_of(const ExpectedBirth& birth) const;
    std::string place_name(const ExpectedBirth& birth) const;
    void find();

    Ports ports_;
    std::vector<Row> rows_;
    std::vector<Group> groups_;
    std::optional<Asking> asking_;
    std::optional<Finding> finding_;
    std::int64_t version_ = -1;
    std::optional<Date> as_of_;
};

// Whole weeks, from 280 days before the expected day.
int weeks_pregnant(Date expected, Date today);

}  // namespace screens
