#include "client/app/recording/history.h"
#include "client/cli/commands.h"
#include "client/cli/session.h"
#include "shared/base/json.h"

#include <cstdio>

namespace cli {

namespace {

namespace json = base::json;
using client_app::ChangeState;
using client_app::FieldChange;
using client_app::HistoryEntry;

std::string changes_json(const std::vector<FieldChange>& changes) {
    std::vector<std::string> tokens;
    for (const FieldChange& change : changes) {
        json::Writer writer;
        writer.add("field", change.field);
        if (change.old_token) writer.add_token("old", *change.old_token);
        tokens.push_back(writer.add_token("new", change.new_token).text());
    }
    return json::array_of(tokens);
}

std::string entry_json(const HistoryEntry& entry) {
    json::Writer writer;
    writer.add("at", entry.at.unix_ms).add("who", entry.who).add("role", entry.role);
    writer.add("mine", entry.is_mine).add("state", name_of(entry.state));
    if (entry.n) writer.add("n", *entry.n);
    if (entry.is_creation) writer.add("creation", true);
    if (entry.is_last_of_several) writer.add("last_of_several", true);
    if (entry.is_clock_doubtful) writer.add("clock_doubtful", true);
    if (!entry.reason.empty()) writer.add("reason", entry.reason);
    if (!entry.answer.empty()) writer.add("answer", entry.answer);
    return writer.add_token("changes", changes_json(entry.changes)).text();
}

const char* words_of(ChangeState state) {
    switch (state) {
        case ChangeState::Waiting:
            return "belum terkirim";
        case ChangeState::Done:
            return "diterima puskesmas";
        case ChangeState::Conflict:
            return "berbeda dengan isian orang lain";
        case ChangeState::Quarantined:
            return "perlu diperbaiki";
        case ChangeState::Rejected:
            return "ditolak puskesmas";
        case ChangeState::Erased:
            return "datanya sudah dihapus";
    }
    return "";
}

// "null" reads as a dash; a string without its quotes.
std::string readable(const std::string& token) {
    if (token == "null") return "-";
    return json::string_of(token).value_or(token);
}

void print_entry(const HistoryEntry& entry, const base::Zone& zone) {
    const std::string who = entry.who.empty() ? "tidak diketahui" : entry.who;
    std::printf("  %s%s  %s%s  %s\n", base::to_date_time_text(entry.at, zone).c_str(),
                entry.is_clock_doubtful ? " (jam laptop diragukan)" : "",
                entry.is_last_of_several ? "terakhir ditulis oleh " : "", who.c_str(),
                words_of(entry.state));
    if (!entry.reason.empty()) std::printf("    alasan: %s\n", entry.reason.c_str());
    if (!entry.answer.empty()) std::printf("    jawaban: %s\n", entry.answer.c_str());
    for (const FieldChange& change : entry.changes) {
        std::printf("    %s: %s -> %s\n", change.field.c_str(),
                    change.old_token ? readable(*change.old_token).c_str() : "?",
                    readable(change.new_token).c_str());
    }
}

}  // namespace

int show_history(Session& session, const Options& options) {
    auto history = client_app::history_of(*session.store, options.id);
    if (!history.ok()) return fail(history.error());
    for (const HistoryEntry& entry : history.value()) {
        if (options.json) {
            std::printf("%s\n", entry_json(entry).c_str());
        } else {
            print_entry(entry, session.recorder->zone());
        }
    }
    return kDone;
}

}  // namespace cli
