#include "client/app/practice/practice_village.h"

namespace client_app {

using base::Date;
using base::Error;
using base::ErrorCode;
using base::Fields;

namespace {

struct Family {
    std::string household, mother;
};

struct Baby {
    std::string name, sex;
    int weight_g = 0;
    int order = 1;
};

struct Birth {
    int days_ago = 0;
    int gestation_weeks = 39;
    std::string place, attendant, mode;
};

class Settling {
public:
    Settling(Recorder& recorder, base::Instant now) : recorder_(recorder), now_(now) {}

    base::Status run() {
        TRY(pregnant());
        TRY(newborn());
        TRY(twins());
        return three_months();
    }

private:
    Date day(int days_ago) const { return base::add_days(recorder_.today(), -days_ago); }

    Result<std::string> put(const std::string& type, const Fields& answers) {
        Entry entry;
        entry.type = type;
        entry.answers = answers;
        TRY_LET(recorded, recorder_.record_inside(entry));
        if (recorded.is_saved) return recorded.id.text();
        return Error{ErrorCode::Refused, "the practice village's " + type + " was not accepted"};
    }

    Result<Family> family(const std::string& head, const std::string& mother, int mother_years,
                          const std::string& rt) {
        Fields house;
        house.set("head_name", head);
        house.set("rt", rt);
        house.set("rw", "001");
        house.set("landmark", "rumah contoh, tidak sungguhan");
        house.set("status", "ACTIVE");
        TRY_LET(household, put("household", house));
        Fields person = person_of(household, mother, "P");
        person.set("is_mother", "1");
        person.set("is_infant", "0");
        person.set("birth_date", base::to_text(base::add_months(day(40), -12 * mother_years)));
        person.set("relation_to_head", "PASANGAN");
        TRY_LET(id, put("person", person));
        return Family{household, id};
    }

    static Fields person_of(const std::string& household, const std::string& name,
                            const std::string& sex) {
        Fields person;
        person.set("household_id", household);
        person.set("full_name", name);
        person.set("sex", sex);
        person.set("is_supporter", "0");
        person.set("birth_date_precision", "D");
        person.set("nik_status", "NONE");
        person.set("kia_book", "SHOWN");
        person.set("residence", "DOMICILE");
        person.set("vital_status", "ALIVE");
        return person;
    }

    Result<std::string> birth(const Family& family, const Birth& birth, int babies) {
        Fields event;
        event.set("mother_id", family.mother);
        event.set("delivery_date", base::to_text(day(birth.days_ago)));
        event.set_integer("gestation_weeks", birth.gestation_weeks);
        event.set_integer("fetus_count", babies);
        event.set("place", birth.place);
        event.set("attendant", birth.attendant);
        event.set("mode", birth.mode);
        event.set("complications", "NONE");
        return put("birth_event", event);
    }

    base::Status baby(const Family& family, const std::string& event, int days_ago,
                      const Baby& baby) {
        Fields person = person_of(family.household, baby.name, baby.sex);
        if (baby.sex == "P") person.set("is_mother", "0");
        person.set("is_infant", "1");
        person.set("birth_date", base::to_text(day(days_ago)));
        person.set("relation_to_head", "ANAK");
        person.set("mother_person_id", family.mother);
        person.set_integer("birth_order", baby.order);
        TRY_LET(infant, put("person", person));
        Fields outcome;
        outcome.set("birth_event_id", event);
        outcome.set_integer("birth_order", baby.order);
        outcome.set("outcome", "LIVE");
        outcome.set("infant_id", infant);
        outcome.set("sex", baby.sex);
        outcome.set_integer("birth_weight_g", baby.weight_g);
        outcome.set("imd", "1");
        outcome.set("bf_start_unit", "IMM");
        outcome.set("prelacteal_2d", "0");
        outcome.set("vit_k_hb0", "VITK HB0 SALEP");
        return done(put("birth_outcome", outcome));
    }

    base::Status visited(const Family& family, const std::string& event, int days_ago) {
        const base::Instant at{now_.unix_ms - std::int64_t{days_ago} * 86'400'000};
        Fields visit;
        visit.set("household_id", family.household);
        visit.set("started_at", base::to_date_time_text(at, recorder_.zone()));
        visit.set("visit_type", "KADER_HOME");
        visit.set("outcome", "DONE");
        visit.set("persons_seen", family.mother);
        visit.set("mother_id", family.mother);
        visit.set("birth_event_id", event);
        visit.set("topics", "BF");
        visit.set("midwife_told", "0");
        return done(put("visit", visit));
    }

    static base::Status done(const Result<std::string>& put) {
        if (!put.ok()) return put.error();
        return base::Done{};
    }

    base::Status pregnant() {
        TRY_LET(home, family("Bapak Contoh Budi", "Ibu Contoh Sari", 26, "001"));
        Fields pregnancy;
        pregnancy.set("mother_id", home.mother);
        pregnancy.set("expected_date", base::to_text(day(-30)));
        pregnancy.set("source", "BUKU_KIA");
        pregnancy.set_integer("gravida", 1);
        pregnancy.set("outcome", "ONGOING");
        return done(put("pregnancy", pregnancy));
    }

    base::Status newborn() {
        TRY_LET(home, family("Bapak Contoh Agus", "Ibu Contoh Dewi", 29, "001"));
        TRY_LET(event, birth(home, {2, 39, "PKM", "BIDAN", "VAGINAL"}, 1));
        return baby(home, event, 2, {"Bayi Contoh Putri", "P", 3100, 1});
    }

    base::Status twins() {
        TRY_LET(home, family("Bapak Contoh Joko", "Ibu Contoh Rina", 31, "002"));
        TRY_LET(event, birth(home, {10, 37, "RS", "SPOG", "SC_ELEKTIF"}, 2));
        TRY(baby(home, event, 10, {"Bayi Contoh Kembar Satu", "L", 2600, 1}));
        TRY(baby(home, event, 10, {"Bayi Contoh Kembar Dua", "P", 2500, 2}));
        return visited(home, event, 7);
    }

    base::Status three_months() {
        TRY_LET(home, family("Bapak Contoh Slamet", "Ibu Contoh Wati", 24, "003"));
        TRY_LET(event, birth(home, {95, 40, "PMB", "BIDAN", "VAGINAL"}, 1));
        TRY(baby(home, event, 95, {"Bayi Contoh Rizki", "L", 3300, 1}));
        TRY(visited(home, event, 90));
        return visited(home, event, 33);
    }

    Recorder& recorder_;
    base::Instant now_;
};

}  // namespace

base::Status settle_practice_village(Recorder& recorder, base::Instant now) {
    return Settling(recorder, now).run();
}

}  // namespace client_app
