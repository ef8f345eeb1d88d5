#include "client/screens/sending/sending_words.h"

#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"

#include <algorithm>
#include <cmath>

namespace screens {

using words::tr;

namespace {

constexpr std::int64_t kKilo = 1024, kMega = kKilo * 1024, kGiga = kMega * 1024;

// "1,4", "14": one digit after the comma below ten.
std::string amount(std::int64_t bytes, std::int64_t unit) {
    const std::int64_t tenths = (bytes * 10 + unit / 2) / unit;
    if (tenths >= 100 || tenths % 10 == 0) return std::to_string((tenths + 5) / 10);
    const char* comma = words::language() == words::Language::Indonesian ? "," : ".";
    return std::to_string(tenths / 10) + comma + std::to_string(tenths % 10);
}

}  // namespace

std::string bytes_text(std::int64_t bytes) {
    if (bytes >= kGiga) return tr("{0} GB", {amount(bytes, kGiga)});
    if (bytes >= kMega) return tr("{0} MB", {amount(bytes, kMega)});
    return tr("{0} KB", {std::to_string((bytes + kKilo - 1) / kKilo)});
}

std::string took_text(std::int64_t ms) {
    const std::int64_t seconds = std::max<std::int64_t>(1, (ms + 500) / 1000);
    if (seconds < 90) return tr("± {0} seconds", {std::to_string(seconds)});
    return tr("± {0} minutes", {std::to_string((seconds + 30) / 60)});
}

std::string clock_text(Instant at, const base::Zone& zone) {
    return base::to_date_time_text(at, zone).substr(11, 5);
}

std::string day_and_clock(Instant at, const Ports& ports) {
    return tr("{0} at {1}", {words::ago(base::date_in(at, ports.zone()), ports.today()),
                             clock_text(at, ports.zone())});
}

std::string form_title(const Ports& ports, const std::string& type) {
    const forms::Form* form = ports.records.forms().find(type);
    if (form != nullptr) return form->title.in(words::code());
    return type.empty() ? tr("A record") : type;
}

std::string question_text(const Ports& ports, const std::string& type, const std::string& field) {
    const forms::Form* form = ports.records.forms().find(type);
    const forms::Question* question = form == nullptr ? nullptr : form->find(field);
    if (question == nullptr || question->label.empty()) return form_title(ports, type);
    return question->label.in(words::code());
}

std::string restored_text(std::int64_t sent_again) {
    if (sent_again == 0) {
        return tr("The health centre's computer was put back from a copy.");
    }
    return tr("The health centre's computer was put back from a copy. {0} records are sent again.",
              {std::to_string(sent_again)});
}

namespace {

std::string whom_text(const ErasedHere& erased) {
    if (erased.families > 0) {
        return tr("Families erased at their own wish: {0}. You need not send them again.",
                  {std::to_string(erased.families)});
    }
    if (erased.persons > 0) {
        return tr("Persons erased at their own wish: {0}. You need not send them again.",
                  {std::to_string(erased.persons)});
    }
    if (erased.records <= 0) return {};
    return tr(
        "Records erased at the wish of whom they are about: {0}. You need not send them "
        "again.",
        {std::to_string(erased.records)});
}

}  // namespace

std::string erased_text(const ErasedHere& erased) {
    const std::string whom = whom_text(erased);
    if (erased.not_taken == 0) return whom;
    const std::string not_taken =
        tr("Not taken, since they name somebody who was erased at her own wish: {0} records. Your "
           "notes on paper stay yours to keep.",
           {std::to_string(erased.not_taken)});
    return whom.empty() ? not_taken : whom + " " + not_taken;
}

std::string left_text(std::int64_t records) {
    if (records <= 0) return {};
    return tr(
        "{0} records are of another posyandu now and no longer on this laptop. The cadre "
        "there goes on with them.",
        {std::to_string(records)});
}

std::string held_text(const Ports& ports, const TroubledRow& row) {
    if (row.code == "scope") {
        return tr(
            "It belongs to a posyandu that is not yours. The health centre keeps it; the "
            "coordinator looks at it.");
    }
    if (row.code == "type") {
        return tr(
            "The health centre does not know this kind of record yet. It keeps it; the "
            "coordinator looks at it.");
    }
    if (row.code == "held") {
        return tr(
            "Many earlier changes of this record are still being looked at. Nothing is "
            "lost.");
    }
    if (row.code == "undecodable") {
        return tr(
            "The health centre could not read it. It keeps it whole; the coordinator looks "
            "at it.");
    }
    if (row.reason.empty()) return tr("held at the health centre until it is put right");
    if (row.field.empty()) return row.reason;
    return question_text(ports, row.type, row.field) + ": " + row.reason;
}

}  // namespace screens
