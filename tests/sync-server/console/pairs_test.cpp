// Families written down twice: mothers before their children, households with their people.
#include "tests/sync-server/console/morning.h"

using namespace console_test;

TEST_CASE_FIXTURE(TwoFamilies, "households that look like one, too, are joined with their two") {
    const std::string shown = get(pair_of(11, 12)).body;
    CHECK(shown.find("Gabungkan juga keluarganya") != std::string::npos);
    CHECK(shown.find("take.household_id") == std::string::npos);  // no question of its own
    Fields both = joined(shown);
    both.insert(both.end(), {{"home-winner", input_value(shown, "home-winner")},
                             {"home-loser", input_value(shown, "home-loser")},
                             {"home", "1"},
                             {"take.home.landmark", "loser"}});
    const auto done = post(pair_of(11, 12) + "/join", both);
    CHECK(header(done, "Location") == pair_of(13, 14));
    CHECK(writer()
              .number("SELECT count(*) FROM console_session WHERE message LIKE '%Aminah%'")
              .value() == 0);  // her name is not kept with the message
    const auto next = get(pair_of(13, 14));
    CHECK(has(next, "Sitti Aminah</bdi></strong>: Sudah digabung, keluarganya juga. "));
    CHECK(has(next, "Daftar berkurang 2"));
    CHECK(has(next, "Nomor 1 dari 2"));
    CHECK(has(next, "href=\"/merges/" + newest_of("person") + "\""));
    CHECK(house(2).text("merged_into") == id_of(1));
    CHECK(house(1).text("landmark") == "depan sumur");
    CHECK(has(get("/duplicates"), "href=\"" + pair_of(3, 4) + "\""));
    CHECK_FALSE(has(get("/duplicates"), "href=\"" + pair_of(1, 2) + "\""));
    CHECK(server_store::audited(writer(), "joined").value().size() == 2);
}

TEST_CASE_FIXTURE(TwoFamilies, "households that she leaves, or that were written since, stay two") {
    const std::string shown = get(pair_of(11, 12)).body;
    Fields left = joined(shown);
    left.insert(left.end(), {{"home-winner", input_value(shown, "home-winner")},
                             {"home-loser", input_value(shown, "home-loser")}});
    CHECK(header(post(pair_of(11, 12) + "/join", left), "Location") == pair_of(13, 14));
    CHECK(house(2).text("merged_into").empty());
    const std::string later = get(pair_of(13, 14)).body;
    write(3, R"({"landmark":"dekat pasar"})");
    Fields stale = joined(later);
    stale.insert(stale.end(), {{"home-winner", input_value(later, "home-winner")},
                               {"home-loser", input_value(later, "home-loser")},
                               {"home", "1"}});
    CHECK(header(post(pair_of(13, 14) + "/join", stale), "Location") == pair_of(3, 4) + "?after=0");
    CHECK(house(4).text("merged_into").empty());  // what she did not see is asked
}

TEST_CASE_FIXTURE(TwoFamilies,
                  "a joining is taken back with its households or without, and then on") {
    const auto join_both = [this] {
        const std::string shown = get(pair_of(11, 12)).body;
        Fields both = joined(shown);
        both.insert(both.end(), {{"home-winner", input_value(shown, "home-winner")},
                                 {"home-loser", input_value(shown, "home-loser")},
                                 {"home", "1"}});
        REQUIRE(post(pair_of(11, 12) + "/join", both).status == 303);
        REQUIRE(house(2).text("merged_into") == id_of(1));
        clock.advance_ms(60'000);
        return "/merges/" + newest_of("person");
    };
    const auto take_back = [this](const std::string& page, const Fields& more) {
        const std::string shown = get(page).body;
        Fields fields = more;
        for (const char* name : {"shown-winner", "shown-loser", "home-winner", "home-loser"}) {
            fields.emplace_back(name, input_value(shown, name));
        }
        return post(page + "/undo", fields);
    };
    std::string page = join_both();
    const std::string homes = "/merges/" + newest_of("household");
    CHECK(has(get(page), "href=\"" + homes + "\""));
    CHECK(has(get(page), "Salah memilih isian"));
    const auto refused = take_back(page, {{"home", "1"}});
    CHECK(refused.status == 422);
    CHECK(has(refused, "Pilih satu alasan"));
    const auto tick = refused.body.find("id=\"home-0\"");
    CHECK(refused.body.substr(tick, refused.body.find('>', tick) - tick).find(" checked") !=
          std::string::npos);
    CHECK(house(12).text("merged_into") == id_of(11));
    const auto back = take_back(page, {{"reason", "Salah memilih isian"}});
    CHECK(header(back, "Location") == pair_of(11, 12));
    CHECK(house(12).text("merged_into").empty());
    CHECK(house(2).text("merged_into") == id_of(1));
    const auto two = get(pair_of(11, 12));
    CHECK(has(two, "Keluarganya tetap tergabung."));
    CHECK(has(two, "href=\"" + homes + "\""));
    CHECK(has(two, "yang menunggu"));  // in the list again
    CHECK(has(two, pair_of(11, 12) + "/join"));
    REQUIRE(take_back(homes, {{"reason", "Salah tekan"}}).status == 303);
    page = join_both();
    REQUIRE(take_back(page, {{"reason", "Salah tekan"}, {"home", "1"}}).status == 303);
    CHECK(has(get(pair_of(11, 12)), "Keluarganya juga kembali menjadi dua."));
    CHECK(house(12).text("merged_into").empty());
    CHECK(house(2).text("merged_into").empty());
}

TEST_CASE_FIXTURE(TwoFamilies, "households that come up besides lead back to where she was") {
    CHECK(has(get(pair_of(11, 12)), "Nomor 1 dari 4 yang menunggu"));
    const std::string homes = join(pair_of(11, 12));
    CHECK(homes == pair_of(1, 2) + "?after=0");
    const auto besides = get(homes);
    CHECK(has(besides, "Di luar urutan; masih ada 3 yang menunggu"));
    CHECK(has(besides, "Anggotanya"));  // whom to ask about
    CHECK(has(besides, "Sitti Aminah"));
    CHECK(has(besides, "href=\"" + pair_of(13, 14) + "\""));  // left for now: on, not further down
    Fields decided = joined(besides.body);
    decided.emplace_back("after", input_value(besides.body, "after"));
    CHECK(header(post(pair_of(1, 2) + "/join", decided), "Location") == pair_of(13, 14));
    CHECK(tell_apart(pair_of(13, 14)) == pair_of(3, 4));
    const auto next = get(pair_of(3, 4));
    CHECK(has(next, "Dewi Lestari</bdi></strong>: Dicatat: bukan data ganda."));
    CHECK(has(next, "href=\"" + pair_of(13, 14) + "\""));
    CHECK_FALSE(has(next, "Daftar berkurang"));
    CHECK(tell_apart(pair_of(3, 4)) == "/duplicates");
    const auto became = get("/decided");
    CHECK(has(became, "Sitti Aminah"));
    CHECK(has(became, "digabung"));
    CHECK(has(became, "href=\"/merges/"));
    CHECK(has(became, "bukan data ganda"));
    CHECK(has(became, "href=\"" + pair_of(13, 14) + "\""));  // may be decided anew
    CHECK(has(get(pair_of(13, 14)), "Gabungkan"));
}

TEST_CASE_FIXTURE(TwoFamilies,
                  "households that were joined before are no question of their people") {
    CHECK(has(get(pair_of(1, 2)), "take.landmark"));
    join(pair_of(1, 2));
    const auto two = get(pair_of(11, 12));
    CHECK_FALSE(has(two, "take.household_id"));
    CHECK_FALSE(has(two, "Gabungkan juga keluarganya"));
}

TEST_CASE_FIXTURE(TwoFamilies,
                  "mothers are asked about before their children, whoever is likelier") {
    put_baby(21, "Nabila", 11);
    put_baby(22, "Nabila", 12);
    put_baby(23, "Fauzan", 14);
    put_baby(24, "Fauzan", 13);
    compare();
    REQUIRE(server_store::remove_candidate(writer(), id_of(1), id_of(2)).ok());
    REQUIRE(server_store::remove_candidate(writer(), id_of(3), id_of(4)).ok());
    like_one(21, 22, 999'999);
    like_one(23, 24, 900'000);
    like_one(11, 12, 800'000);
    like_one(13, 14, 950'000);
    const std::vector<std::string> order = {pair_of(13, 14), pair_of(23, 24), pair_of(11, 12),
                                            pair_of(21, 22)};
    CHECK(has(get(order[3]), "Nomor 4 dari 4 yang menunggu"));
    CHECK(has(get(order[1]), "Nomor 2 dari 4 yang menunggu"));
    const std::string list = get("/duplicates").body;
    for (std::size_t i = 0; i + 1 < order.size(); ++i) {
        CAPTURE(i);
        REQUIRE(list.find(order[i]) != std::string::npos);
        CHECK(list.find(order[i], list.find("<table")) < list.find(order[i + 1]));
        CHECK(tell_apart(order[i]) == order[i + 1]);
    }
}

TEST_CASE_FIXTURE(TwoFamilies, "households come after their people, however like each other") {
    like_one(1, 2, 999'999);
    like_one(11, 12, 999'999);
    CHECK(has(get(pair_of(11, 12)), "Nomor 1 dari 4 yang menunggu"));
    CHECK(has(get(pair_of(1, 2)), "Nomor 3 dari 4 yang menunggu"));
}

TEST_CASE_FIXTURE(TwoFamilies, "a child opened before its mother leads to her, also once joined") {
    put_baby(21, "Nabila", 11);
    put_baby(22, "Nabila", 12);
    put_baby(25, "Nabila", 15);
    put_mother(15, "St. Aminah", "1999-02-03", 1);
    compare();
    like_one(21, 22, 999'999);
    like_one(11, 15, 800'000);
    CHECK(has(get(pair_of(21, 22)), "href=\"" + pair_of(11, 12) + "\""));
    join(pair_of(11, 12), id_of(12));
    CHECK(house(11).text("merged_into") == id_of(12));
    compare();
    like_one(12, 15, 700'000);
    like_one(21, 25, 999'999);
    CHECK(has(get(pair_of(21, 25)), "href=\"" + pair_of(12, 15) + "\""));
    const std::string list = get("/duplicates").body;
    CHECK(list.find(pair_of(12, 15), list.find("<table")) < list.find(pair_of(21, 25)));
    CHECK_FALSE(has(get(pair_of(12, 15)), "putuskan ibunya dulu"));
}

TEST_CASE_FIXTURE(TwoFamilies, "two babies of one mother that one cadre wrote down may be twins") {
    put_baby(21, "Nabila", 11);
    put_baby(22, "Nabilah", 11);
    put_baby(23, "Nabila", 11);
    CHECK(has(get(pair_of(21, 22)), "apakah bayi kembar?"));
    Fields wanted = joined(get(pair_of(21, 22)).body);
    CHECK(post(pair_of(21, 22) + "/join", wanted).status == 422);
    wanted.emplace_back("forced", "1");
    CHECK(post(pair_of(21, 22) + "/join", wanted).status == 303);
    CHECK_FALSE(has(get(pair_of(21, 23)), "apakah bayi kembar?"));  // of one name, too
}
