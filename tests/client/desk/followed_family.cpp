#include "tests/client/desk/followed_family.h"

namespace desk {

namespace {

std::string object(const std::string& references, const std::string& answers) {
    return "{" + references + (answers.empty() ? "" : ",") + answers + "}";
}

std::string person(Desk& desk, const std::string& household, const std::string& answers) {
    return desk.put(
        "person", object(R"("vital_status":"ALIVE","household_id":")" + household + '"', answers));
}

std::string visit(Desk& desk, const FollowedFamily& family, const std::string& day) {
    return desk.put("visit", object(R"("household_id":")" + family.household +
                                        R"(","mother_id":")" + family.mother + '"',
                                    R"("started_at":")" + day + R"(T09:00:00+07:00",)" +
                                        R"("provider_role":"KADER","outcome":"DONE")"));
}

void check_infant(Desk& desk, const FollowedFamily& family, const std::string& day,
                  const std::string& answers) {
    desk.put("infant_check",
             object(R"("visit_id":")" + visit(desk, family, day) + R"(","infant_id":")" +
                        family.infant + R"(","location":"HOME")",
                    answers));
}

}  // namespace

std::string check_mother(Desk& desk, const FollowedFamily& family, const std::string& day,
                         const std::string& answers) {
    return desk.put("mother_check",
                    object(R"("visit_id":")" + visit(desk, family, day) + R"(","mother_id":")" +
                               family.mother + R"(","birth_event_id":")" + family.birth + '"',
                           answers));
}

std::string add_session(Desk& desk, const FollowedFamily& family, const std::string& day,
                        const std::string& more) {
    return desk.put("massage_session",
                    object(R"("mother_id":")" + family.mother + R"(","birth_event_id":")" +
                               family.birth + R"(","performer_relation":"SUAMI")" +
                               R"(,"performed_at":")" + day + R"(T18:00:00+07:00")",
                           more));
}

std::string add_scale(Desk& desk, const FollowedFamily& family, const std::string& day,
                      const std::string& instrument, int total) {
    return desk.put("scale_result", object(R"("person_id":")" + family.mother + '"',
                                           R"("instrument":")" + instrument + R"(","total":)" +
                                               std::to_string(total) + R"(,"taken_at":")" + day +
                                               R"(T12:00:00+07:00")"));
}

FollowedFamily settle_followed(Desk& desk) {
    FollowedFamily family;
    family.household = desk.put(
        "household", R"({"head_name":"Arif Hidayat","rt":"002","rw":"005","status":"ACTIVE"})");
    family.mother = person(desk, family.household,
                           R"("full_name":"Wulan Lestari","sex":"P","is_mother":"1",)"
                           R"("is_infant":"0","birth_date":"1999-06-10")");
    family.infant = person(desk, family.household,
                           R"("full_name":"Raka","sex":"L","is_mother":"0","is_infant":"1",)"
                           R"("birth_date":"2026-02-20")");
    family.husband = person(desk, family.household,
                            R"("full_name":"Arif Hidayat","sex":"L","is_mother":"0",)"
                            R"("is_infant":"0","is_supporter":"1","birth_date":"1996-01-20")");
    family.birth =
        desk.put("birth_event", object(R"("mother_id":")" + family.mother + '"',
                                       R"("delivery_date":"2026-02-20","delivery_time":"08:00",)"
                                       R"("fetus_count":1)"));
    desk.put("birth_outcome", object(R"("birth_event_id":")" + family.birth + R"(","infant_id":")" +
                                         family.infant + '"',
                                     R"("outcome":"LIVE","birth_order":1,"birth_weight_g":3150,)"
                                     R"("colostrum_first_at":"2026-02-20T14:00:00+07:00")"));
    family.early_check = check_mother(desk, family, "2026-02-22",
                                      R"("lochia_type":"RUBRA","lochia_amount":"MOD",)"
                                      R"("milk_in":"0","anxiety_nrs":7,"confidence_nrs":4)");
    check_mother(desk, family, "2026-02-27",
                 R"("lochia_type":"SANGUINOLENTA","lochia_amount":"LIGHT","milk_in":"1",)"
                 R"("milk_in_at":"2026-02-23T20:00:00+07:00","anxiety_nrs":4,)"
                 R"("confidence_nrs":7)");
    check_infant(desk, family, "2026-02-22", R"("wet_24h":2,"weight_g":2990)");
    check_infant(desk, family, "2026-02-27", R"("wet_24h":5,"weight_g":3180)");
    check_infant(desk, family, "2026-03-03", R"("wet_24h":8,"weight_g":3420)");
    const std::string taught = visit(desk, family, "2026-02-23");
    family.teaching =
        desk.put("massage_teaching",
                 object(R"("visit_id":")" + taught + R"(","mother_id":")" + family.mother +
                            R"(","trainee_id":")" + family.husband + '"',
                        R"("trainee_relation":"SUAMI","safety_result":"GO","consent_touch":"1",)"
                        R"("return_demo":"0")"));
    add_session(desk, family, "2026-02-24",
                R"("source":"OBS","time_known":"1","adverse":"NONE","relax_before":3,)"
                R"("relax_after":7,"letdown_signs":"TINGLE RELAX")");
    add_session(desk, family, "2026-02-26",
                R"("source":"MOTHER","time_known":"1","adverse":"NONE","relax_before":5,)"
                R"("relax_after":6,"letdown_signs":"RELAX")");
    add_session(desk, family, "2026-03-03",
                R"("source":"MOTHER","time_known":"1","adverse":"NONE")");
    add_scale(desk, family, "2026-02-25", "WHO5", 9);
    add_scale(desk, family, "2026-03-03", "WHO5", 14);
    add_scale(desk, family, "2026-03-03", "GAD2", 3);
    return family;
}

}  // namespace desk
