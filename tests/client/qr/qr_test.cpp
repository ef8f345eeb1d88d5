#include "shared/qr/qr.h"
#include "client/qr/links.h"

#include <doctest/doctest.h>

#include <string>

TEST_CASE("a code has the three corner marks that a camera looks for") {
    const qr::Square code = qr::encode("tel:+6281234567890").value();
    REQUIRE(code.side >= 21);
    CHECK(code.dark.size() == static_cast<std::size_t>(code.side * code.side));
    const int far = code.side - 7;
    constexpr int kCorners[][2] = {{0, 0}, {1, 0}, {0, 1}};
    for (const auto& corner : kCorners) {
        const int column = corner[0] * far;
        const int row = corner[1] * far;
        CHECK(code.is_dark(column, row));
        CHECK_FALSE(code.is_dark(column + 1, row + 1));
        CHECK(code.is_dark(column + 3, row + 3));
        CHECK(code.is_dark(column + 6, row + 6));
    }
}

TEST_CASE("other texts make other codes, the same text the same") {
    const auto one = qr::encode("satu").value();
    CHECK(one.dark == qr::encode("satu").value().dark);
    CHECK(one.dark != qr::encode("dua").value().dark);
}

TEST_CASE("what is too long for a phone to read, or nothing, is an error") {
    CHECK(qr::encode(std::string(qr::kTextBytesMax, 'a')).ok());
    CHECK_FALSE(qr::encode(std::string(qr::kTextBytesMax + 1, 'a')).ok());
    CHECK_FALSE(qr::encode("").ok());
    CHECK_FALSE(qr::encode(std::string("a\0b", 3)).ok());
}

TEST_CASE("a number is understood as people write it here") {
    for (const char* written : {"081234567890", "0812-3456-7890", "+62 812 3456 7890",
                                "62812.3456.7890", "(0812) 34567890"}) {
        CAPTURE(written);
        CHECK(qr::international(written) == "6281234567890");
        CHECK(qr::grouped(written) == "0812-3456-7890");
    }
    CHECK(qr::grouped("08123456789") == "0812-3456-789");
    CHECK(qr::grouped("0812345678901") == "0812-3456-78901");
}

TEST_CASE("what is no number becomes no link") {
    for (const char* written :
         {"", "bidan", "112", "0812x3456", "08123456789012345", "0812+345678"}) {
        CAPTURE(written);
        CHECK_FALSE(qr::call_link(written));
        CHECK_FALSE(qr::sms_link(written, "Halo"));
        CHECK_FALSE(qr::whatsapp_link(written, "Halo"));
        CHECK(qr::grouped(written) == written);
    }
}

TEST_CASE("a message keeps its signs and its letters inside the link") {
    const std::string message = "Bu Bidan, tolong: 38,5 °C & kejang?\nRT 02";
    const std::string encoded =
        "Bu%20Bidan%2C%20tolong%3A%2038%2C5%20%C2%B0C%20%26%20kejang%3F%0ART%2002";
    CHECK(qr::sms_link("081234567890", message) == "sms:+6281234567890?body=" + encoded);
    CHECK(qr::whatsapp_link("081234567890", message) ==
          "https://wa.me/6281234567890?text=" + encoded);
    CHECK(qr::call_link("081234567890") == "tel:+6281234567890");
}
