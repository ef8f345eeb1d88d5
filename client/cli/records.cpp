#include "client/app/recording/import_line.h"
#include "client/cli/commands.h"
#include "client/cli/session.h"
#include "client/store/outbox.h"
#include "shared/base/json.h"

#include <cstdio>
#include <iostream>

namespace cli {

using base::Error;
using base::ErrorCode;
using base::Fields;

namespace {

namespace json = base::json;

std::string problems_json(const std::vector<forms::Problem>& problems) {
    std::vector<std::string> tokens;
    for (const forms::Problem& problem : problems) {
        const char* severity = problem.severity == forms::Severity::Error     ? "error"
                               : problem.severity == forms::Severity::Warning ? "warning"
                                                                              : "flag";
        tokens.push_back(json::Writer()
                             .add("field", problem.field)
                             .add("code", problem.code)
                             .add("severity", severity)
                             .add("message", problem.message)
                             .text());
    }
    return json::array_of(tokens);
}

void print_problems(const std::vector<forms::Problem>& problems) {
    for (const forms::Problem& problem : problems) {
        std::fprintf(stderr, "  %s%s: %s\n",
                     problem.severity == forms::Severity::Error ? "" : "(periksa) ",
                     problem.field.c_str(), problem.message.c_str());
    }
}

int say(const client_app::Recorded& recorded, bool as_json) {
    if (as_json) {
        std::printf("%s\n", json::Writer()
                                .add("id", recorded.is_saved ? recorded.id.text() : "")
                                .add("saved", recorded.is_saved)
                                .add("n", recorded.n)
                                .add_token("problems", problems_json(recorded.problems))
                                .text()
                                .c_str());
    } else if (recorded.is_saved) {
        std::printf("%s\n", recorded.id.text().c_str());
        print_problems(recorded.problems);
    } else {
        std::fprintf(stderr, "Belum disimpan, masih ada yang harus diperbaiki:\n");
        print_problems(recorded.problems);
    }
    return recorded.is_saved ? kDone : kRefused;
}

Result<Fields> answers_of(const Options& options) {
    TRY_LET(text, read_input(options.file.empty() ? "-" : options.file));
    auto fields = Fields::parse(text);
    if (fields.ok()) return fields;
    return Error{ErrorCode::Usage, "jawaban harus satu objek JSON: " + fields.error().message};
}

Result<client_app::Recorded> record(const Options& options, const client_app::Entry& entry) {
    TRY_LET(session, open_session(options));
    return session->recorder->record(entry);
}

struct Imported {
    int lines = 0;
    int saved = 0;
    int unchanged = 0;
    int refused = 0;
};

// Lines are saved many at a time: one sync of the disk each would cost four milliseconds.
constexpr int kLinesPerTransaction = 200;

class Importing {
public:
    explicit Importing(Session& session) : session_(session) {}

    base::Status run(const std::string& text) {
        std::size_t start = 0;
        while (start < text.size()) {
            TRY_LET(transaction, db::Transaction::begin(session_.store->connection()));
            under_way_ = result_;
            for (int i = 0; i < kLinesPerTransaction && start < text.size(); ++i) {
                const auto end = std::min(text.find('\n', start), text.size());
                TRY(take(text.substr(start, end - start)));
                start = end + 1;
            }
            TRY(transaction.commit());
            session_.recorder->note_last();
            result_ = under_way_;
        }
        return base::Done{};
    }
    // Of what is committed: lines taken back by a full disk are not counted.
    const Imported& result() const { return result_; }

private:
    base::Status take(const std::string& line) {
        ++under_way_.lines;
        if (line.find_first_not_of(" \t\r") == std::string::npos) return base::Done{};
        auto entry = client_app::entry_of_line(line);
        if (!entry.ok()) return refuse(entry.error().message);
        auto recorded = session_.recorder->record_inside(entry.value());
        if (!recorded.ok()) {
            if (recorded.error().code == ErrorCode::Usage ||
                recorded.error().code == ErrorCode::Refused) {
                return refuse(recorded.error().message);
            }
            return std::move(recorded).error();  // the disk: stop here, what is committed stays
        }
        if (!recorded.value().is_saved) {
            std::fprintf(stderr, "baris %d:\n", under_way_.lines);
            print_problems(recorded.value().problems);
            ++under_way_.refused;
        } else {
            ++(recorded.value().n == 0 ? under_way_.unchanged : under_way_.saved);
        }
        return base::Done{};
    }

    base::Status refuse(const std::string& message) {
        std::fprintf(stderr, "baris %d: %s\n", under_way_.lines, message.c_str());
        ++under_way_.refused;
        return base::Done{};
    }

    Session& session_;
    Imported result_;
    Imported under_way_;  // with the lines of the transaction that is open
};

void print_record(const records::Record& record, bool as_json) {
    if (as_json) {
        std::printf("%s\n", json::Writer()
                                .add("id", record.id.text())
                                .add("type", record.type)
                                .add("unit", record.unit)
                                .add("revision", to_text(record.revision))
                                .add_token("fields", record.fields.to_json())
                                .text()
                                .c_str());
        return;
    }
    std::printf("%s  %s  %s\n", record.id.text().c_str(), record.type.c_str(), record.unit.c_str());
    for (const auto& [name, token] : record.fields.entries()) {
        std::printf("  %s: %s\n", name.c_str(), record.fields.text(name).c_str());
    }
}

}  // namespace

int add(const Options& options) {
    auto answers = answers_of(options);
    if (!answers.ok()) return fail(answers.error());
    client_app::Entry entry;
    entry.type = options.type;
    entry.unit = options.unit;
    entry.answers = std::move(answers).value();
    auto recorded = record(options, entry);
    return recorded.ok() ? say(recorded.value(), options.json) : fail(recorded.error());
}

int edit(const Options& options) {
    auto answers = answers_of(options);
    if (!answers.ok()) return fail(answers.error());
    auto session = open_session(options);
    if (!session.ok()) return fail(session.error());
    auto standing = session.value()->store->find(options.id);
    if (!standing.ok()) return fail(standing.error());
    if (!standing.value()) return fail({ErrorCode::NotFound, "tidak ada catatan " + options.id});
    client_app::Entry entry;
    entry.type = standing.value()->record.type;
    entry.id = base::RecordId(options.id);
    entry.answers = std::move(answers).value();
    entry.reason = options.reason;
    entry.decides = options.decides;
    auto recorded = session.value()->recorder->record(entry);
    return recorded.ok() ? say(recorded.value(), options.json) : fail(recorded.error());
}

int import(const Options& options) {
    auto text = read_input(options.file);
    if (!text.ok()) return fail(text.error());
    auto session = open_session(options);
    if (!session.ok()) return fail(session.error());
    Importing importing(*session.value());
    const base::Status done = importing.run(text.value());
    const Imported& result = importing.result();
    if (options.json) {
        std::printf("%s\n", json::Writer()
                                .add("lines", result.lines)
                                .add("saved", result.saved)
                                .add("unchanged", result.unchanged)
                                .add("refused", result.refused)
                                .text()
                                .c_str());
    } else {
        std::printf("%d baris: %d disimpan, %d sudah ada, %d ditolak\n", result.lines, result.saved,
                    result.unchanged, result.refused);
    }
    if (!done.ok()) return fail(done.error());
    return result.refused == 0 ? kDone : kRefused;
}

int list(const Options& options) {
    auto session = open_session(options);
    if (!session.ok()) return fail(session.error());
    auto records = session.value()->store->list(options.type);
    if (!records.ok()) return fail(records.error());
    for (const records::Record& record : records.value()) print_record(record, options.json);
    return kDone;
}

int show(const Options& options) {
    auto session = open_session(options);
    if (!session.ok()) return fail(session.error());
    auto found = session.value()->store->find(options.id);
    if (!found.ok()) return fail(found.error());
    if (!found.value()) return fail({ErrorCode::NotFound, "tidak ada catatan " + options.id});
    print_record(found.value()->record, options.json);
    if (options.with_history) return show_history(*session.value(), options);
    auto changes = store::changes_of(*session.value()->store, options.id);
    if (!changes.ok()) return fail(changes.error());
    if (!options.json) {
        for (const store::Sent& change : changes.value()) {
            std::printf("  perubahan %lld: %s\n", static_cast<long long>(change.n),
                        change.state.c_str());
        }
    }
    return kDone;
}

}  // namespace cli
