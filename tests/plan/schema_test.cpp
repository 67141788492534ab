#include <map>
#include <set>

// Boost 1.74's own JSON parser includes what this keeps quiet.
#define BOOST_BIND_GLOBAL_PLACEHOLDERS
#include <gtest/gtest.h>
#include <boost/property_tree/json_parser.hpp>

#include "plan/format.hpp"
#include "plan/texts.hpp"

namespace ontrack {
namespace {

using Json = boost::property_tree::ptree;

const std::filesystem::path source(ONTRACK_SOURCE_DIR);

struct Table {
    std::set<std::string> keys;
    std::set<std::string> required;
};

Table table_of(const Json& definition) {
    EXPECT_EQ(definition.get<std::string>("additionalProperties", ""), "false");
    Table table;
    for (const auto& [key, rest] : definition.get_child("properties")) table.keys.insert(key);
    if (const auto required = definition.get_child_optional("required")) {
        for (const auto& [index, key] : *required) table.required.insert(key.data());
    }
    return table;
}

TEST(Schema, has_the_tables_and_keys_that_the_reader_takes) {
    Json schema;
    boost::property_tree::read_json((source / "schema" / "plan.schema.json").string(), schema);
    std::map<std::string, Table> in_schema{{"root", table_of(schema)}};
    for (const auto& [name, definition] : schema.get_child("$defs")) {
        if (definition.count("properties") > 0) in_schema[name] = table_of(definition);
    }
    std::map<std::string, Table> in_reader;
    for (const detail::TableFormat* format : detail::table_formats) {
        Table& table = in_reader[std::string(format->name)];
        for (const detail::Key& key : format->keys) {
            table.keys.insert(std::string(key.name));
            if (key.required) table.required.insert(std::string(key.name));
        }
    }
    for (const auto& [name, table] : in_reader) {
        EXPECT_EQ(table.keys, in_schema[name].keys) << name;
        EXPECT_EQ(table.required, in_schema[name].required) << name;
    }
    for (const auto& [name, table] : in_schema) EXPECT_TRUE(in_reader.contains(name)) << name;
}

// The same files go through the schema in tests/python/test_schema.py: it takes `good` and `semantic`, and refuses `bad`.
void expect_problems(const std::string& folder, std::size_t count) {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(source / "tests" / "plan" / "files" / folder)) {
        std::string all;
        const auto problems = check_plan(entry.path());
        for (const Problem& problem : problems) all += problem.to_string() + "\n";
        EXPECT_EQ(problems.size(), count) << entry.path() << "\n" << all;
        ++files;
    }
    EXPECT_GT(files, 0U);
}

TEST(SchemaFiles, good_ones_have_no_mistake) {
    expect_problems("good", 0);
}
TEST(SchemaFiles, bad_ones_have_one_mistake) {
    expect_problems("bad", 1);
}
TEST(SchemaFiles, semantic_ones_have_one_mistake_that_a_schema_cannot_see) {
    expect_problems("semantic", 1);
}

}  // namespace
}  // namespace ontrack
