#include "client/screens/family/timeline_model.h"

#include "client/screens/family/asi_model.h"
#include "client/screens/record/beside_answers.h"
#include "client/ui/icons.h"
#include "client/ui/words/dates.h"
#include "client/ui/words/words.h"
#include "shared/base/text.h"
#include "shared/care/danger_signs.h"

#include <algorithm>
#include <array>
#include <map>

namespace screens {

using words::tr;

namespace {

constexpr std::array<const char*, 4> kAbout = {"infant_id", "person_id", "mother_id", "trainee_id"};
constexpr std::array<const char*, 6> kDays = {"started_at",   "performed_at",  "raised_at",
                                              "contact_date", "delivery_date", "recall_date"};

const char* icon_of(const std::string& type) {
    static const std::map<std::string, const char*> kIcons = {
        {"visit", ui::icon::kHome},
        {"birth_event", ui::icon::kChild},
        {"birth_outcome", ui::icon::kChild},
        {"referral", ui::icon::kAmbulance},
        {"massage_session", ui::icon::kHand},
        {"massage_teaching", ui::icon::kHand},
        {"service_contact", ui::icon::kStethoscope},
        {"pregnancy", ui::icon::kCalendar},
        {"infant_check", ui::icon::kWeight},
        {"mother_check", ui::icon::kFemale},
        {"feeding_recall", ui::icon::kTint},
        {"consent", ui::icon::kPen}};
    const auto found = kIcons.find(type);
    return found != kIcons.end() ? found->second : ui::icon::kNote;
}

int signs_in(const Entry& entry) {
    const bool is_mother = entry.type == "mother_check";
    if (!is_mother && entry.type != "infant_check") return 0;
    const auto subject = is_mother ? care::Subject::Mother : care::Subject::Infant;
    return static_cast<int>(care::signs_in(entry.fields, subject).size());
}

// The record that it is shown inside of; empty: it stands by itself.
std::string parent_of(const Entry& entry, const FamilyContext& context) {
    if (entry.type == "visit" || entry.type == "referral") return {};
    const bool is_outcome = entry.type == "birth_outcome";
    const std::string parent = entry.fields.text(is_outcome ? "birth_event_id" : "visit_id");
    const records::Record* found = context.known.record(parent);
    return found != nullptr ? found->id.text() : std::string();
}

std::string one_thing(const records::Record& record, const FamilyContext& context) {
    const Fields& fields = record.fields;
    if (record.type == "feeding_recall") return fed_text(care::feeding_class(fields));
    if (record.type == "infant_check") {
        const auto grams = fields.number("weight_g");
        return grams ? in_kilograms(*grams) : std::string();
    }
    if (record.type == "service_contact") return context.said(record.type, fields, "code");
    if (record.type == "massage_session") return context.said(record.type, fields, "source");
    if (record.type == "massage_teaching")
        return context.said(record.type, fields, "safety_result");
    if (record.type == "birth_event") return context.said(record.type, fields, "place");
    return context.said(record.type, fields, "outcome");
}

void set_pill(const Entry& entry, int signs, TimelineItem& item) {
    const auto pill = [&](std::string text, const char* icon, ui::Tone tone) {
        item.pill = std::move(text);
        item.pill_icon = icon;
        item.pill_tone = tone;
    };
    const bool is_open_referral = entry.type == "referral" && !entry.fields.has("outcome");
    if (signs > 0) {
        item.tone = ui::Tone::Bad;
        pill(tr("{0} danger signs", {std::to_string(signs)}), ui::icon::kWarning, ui::Tone::Bad);
    } else if (entry.sending == Sending::Troubled) {
        pill(tr("to be put right"), ui::icon::kWarning, ui::Tone::Warn);
    } else if (is_open_referral) {
        item.tone = ui::Tone::Warn;
        pill(tr("no answer yet"), ui::icon::kClock, ui::Tone::Warn);
    } else if (entry.sending == Sending::Waiting) {
        pill(tr("not sent yet"), "", ui::Tone::Info);
    } else if (entry.is_corrected) {
        pill(tr("corrected"), ui::icon::kPen, ui::Tone::Info);
    }
}

class Timeline {
public:
    explicit Timeline(const FamilyContext& context) : context_(context) {
        for (const records::Record& each : context.family.records) records_[each.id.text()] = &each;
        for (const Entry& each : context.family.entries) {
            const std::string parent = parent_of(each, context);
            if (!parent.empty()) inside_[parent].push_back(&each);
        }
    }

    std::vector<TimelineItem> items() const {
        std::vector<TimelineItem> all;
        for (const Entry& entry : context_.family.entries) {
            if (parent_of(entry, context_).empty()) all.push_back(item_of(entry));
        }
        add_withdrawn(all);
        std::stable_sort(all.begin(), all.end(),
                         [](const TimelineItem& a, const TimelineItem& b) { return a.on > b.on; });
        return bundled(std::move(all));
    }

private:
    // Massages that follow one another, seen ones and told ones apart (DOMAIN 2.6).
    std::vector<TimelineItem> bundled(std::vector<TimelineItem> all) const {
        std::vector<TimelineItem> made;
        for (std::size_t i = 0; i < all.size();) {
            std::size_t end = i + 1;
            while (end < all.size() && may_bundle(all[i], all[end])) ++end;
            made.push_back(end - i > 1 ? bundle_of({all.begin() + static_cast<std::ptrdiff_t>(i),
                                                    all.begin() + static_cast<std::ptrdiff_t>(end)})
                                       : std::move(all[i]));
            i = end;
        }
        return made;
    }

    bool may_bundle(const TimelineItem& a, const TimelineItem& b) const {
        const auto is_plain = [&](const TimelineItem& item) {
            const bool is_session = type_of(item.record) == "massage_session";
            return is_session && !item.is_withdrawn && item.pill.empty();
        };
        return is_plain(a) && is_plain(b) && was_seen(a.record) == was_seen(b.record);
    }

    TimelineItem bundle_of(const std::vector<TimelineItem>& sessions) const {
        TimelineItem bundle = sessions.front();
        bundle.is_bundle = true;
        const std::string& first = sessions.back().when;
        if (first != bundle.when) bundle.when = tr("{0} to {1}", {first, bundle.when});
        const std::string count = std::to_string(sessions.size());
        bundle.detail = was_seen(bundle.record)
                            ? tr("Seen by a cadre or midwife: {0} times", {count})
                            : tr("Told by the family: {0} times", {count});
        return bundle;
    }

    const std::string& type_of(const std::string& record) const {
        static const std::string kNone;
        const auto found = records_.find(record);
        return found != records_.end() ? found->second->type : kNone;
    }

    bool was_seen(const std::string& record) const {
        const auto found = records_.find(record);
        return found != records_.end() && found->second->fields.text("source") == "OBS";
    }

    std::string gist(const std::string& record) const {
        const auto found = records_.find(record);
        return found != records_.end() ? gist_of(*found->second, context_) : std::string();
    }

    TimelineItem item_of(const Entry& entry) const {
        TimelineItem item;
        item.record = entry.id;
        item.icon = icon_of(entry.type);
        item.on = entry.on;
        item.when = words::short_date(entry.on);
        item.title = context_.form_title(entry.type);
        std::vector<std::string> parts = {gist(entry.id)};
        int signs = signs_in(entry);
        const auto inside = inside_.find(entry.id);
        if (inside != inside_.end()) {
            for (const Entry* part : inside->second) {
                signs += signs_in(*part);
                item.inside.push_back({part->id, context_.form_title(part->type), gist(part->id)});
                parts.push_back(item.inside.back().detail);
            }
        }
        std::erase(parts, std::string());
        item.detail = base::joined(parts, ";  ");
        set_pill(entry, signs, item);
        return item;
    }

    // Of a withdrawn visit the visit alone: what hangs on it went with it.
    void add_withdrawn(std::vector<TimelineItem>& all) const {
        for (const records::Record& record : context_.family.records) {
            if (!records::is_retracted(record)) continue;
            TimelineItem item;
            item.record = record.id.text();
            item.icon = ui::icon::kBan;
            item.is_withdrawn = true;
            item.on = context_.today;
            for (const char* name : kDays) {
                const auto day = base::local_date_of(record.fields.text(name));
                if (day) item.on = *day;
            }
            item.when = words::short_date(item.on);
            item.title = tr("Withdrawn: {0}", {context_.form_title(record.type)});
            item.detail = record.fields.text(records::kRetractReason);
            all.push_back(std::move(item));
        }
    }

    const FamilyContext& context_;
    std::map<std::string, const records::Record*> records_;
    std::map<std::string, std::vector<const Entry*>> inside_;
};

}  // namespace

std::string gist_of(const records::Record& record, const FamilyContext& context) {
    std::vector<std::string> parts;
    for (const char* field : kAbout) {
        const std::string name = context.name_of(record.fields.text(field));
        if (!parts.empty() || name.empty()) continue;
        parts.push_back(name);
    }
    const std::string thing = one_thing(record, context);
    if (!thing.empty()) parts.push_back(thing);
    return base::joined(parts, "  ·  ");
}

std::vector<TimelineItem> timeline_of(const FamilyContext& context) {
    return Timeline(context).items();
}

}  // namespace screens
