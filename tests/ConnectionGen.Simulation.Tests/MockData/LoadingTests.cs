namespace ConnectionGen.Simulation.Tests;

public sealed class LoadingTests
{
    [Fact]
    public void Anchors_and_merges_are_followed_and_own_entries_win()
    {
        var data = MockData.Parse("""
            base:
              commands: &common
                "a": from base
                "b": &b from base
            derived:
              commands:
                <<: *common
                "a": own
                "c": *b
            """);

        var commands = data.States["derived"].Commands;
        Assert.Equal("own", commands["a"].Response(0).ToString());
        Assert.Equal("from base", commands["b"].Response(0).ToString());
        Assert.Equal("from base", commands["c"].Response(0).ToString());
        Assert.Empty(data.Warnings);
    }

    [Fact]
    public void Of_duplicates_the_last_counts_and_both_lines_are_named()
    {
        var data = MockData.Parse("""
            exec:
              commands:
                "a": first
                "a": last
            """, "exec.yaml");

        Assert.Equal("last", data.States["exec"].Commands["a"].Response(0).ToString());
        Assert.Equal("exec.yaml(4,5): warning: 'a' is already at line 3; this last one counts", Assert.Single(data.Warnings).ToString());
    }

    [Fact]
    public void What_the_format_does_not_know_is_warned_of_where_it_stands()
    {
        var data = MockData.Parse("""
            exec:
              promt: ">"
              commands:
                "a": {nwe_state: exec}
                "b": {reponse: x, new_state: exce}
                "c": {response: x, timing: [fast]}
                "d": {response_type: random}
                "e": {response: file|mock_data/none.txt}
            empty:
              commands: ""
            list: [1]
            """, "m.yaml");

        Assert.Equal(
            [
                "m.yaml(2,3): warning: unknown option 'promt' in state 'exec' does nothing; did you mean 'prompt'?",
                "m.yaml(4,11): warning: unknown option 'nwe_state' in command 'a' does nothing; did you mean 'new_state'?",
                "m.yaml(5,11): warning: unknown option 'reponse' in command 'b' does nothing; did you mean 'response'?",
                "m.yaml(5,34): warning: new_state names 'exce', which does not exist; did you mean 'exec'?",
                "m.yaml(6,33): warning: a timing is '<first line>:<line after the last>,<start delay>[,<line interval>[,<character interval>]]' in seconds; this one is ignored",
                "m.yaml(7,26): warning: unknown response_type 'random'; there is 'circular'",
                "m.yaml(8,21): warning: the file 'mock_data/none.txt' is neither in the folder of the mock data nor in one above; the response is empty",
                "m.yaml(10,13): warning: 'commands' is a map of what is typed to what is answered, and this is not a map; it is ignored",
                "m.yaml(11,7): warning: the state 'list' is not a map; it is taken as empty",
            ],
            data.Warnings.OrderBy(warning => warning.Line).Select(warning => warning.ToString()));
    }

    [Theory]
    [InlineData("- a\n- b\n", "x.yaml(1,1): mock data is a map of state names, and this is not a map")]
    [InlineData("", "x.yaml: there is no state in it; mock data is a map of state names, each with 'prompt', 'commands', 'keys', 'preface' or 'new_state'")]
    [InlineData("a:\n  prompt: *b\n", "x.yaml(2,11): not valid YAML: nothing above is anchored as '&b'")]
    [InlineData("a: 1\n---\nb: 2\n", "x.yaml(2,1): not valid YAML: a second document begins here; mock data is one document a file")]
    public void What_is_no_mock_data_is_refused_with_its_place(string yaml, string message) =>
        Assert.Equal(message, Assert.Throws<MockDataException>(() => MockData.Parse(yaml, "x.yaml")).Message);

    [Fact]
    public void Nesting_has_an_end()
    {
        var deep = "a: " + new string('[', 5_000);

        Assert.Contains("nested deeper than 64 levels", Assert.Throws<MockDataException>(() => MockData.Parse(deep)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_block_that_begins_with_blanks_keeps_its_other_lines()
    {
        var data = MockData.Parse("exec:\n  commands:\n    \"a\": |\n  \n      one\n         \n      two\n  prompt: \"> \"\n");

        Assert.Equal("\r\none\r\n   \r\ntwo\r\n", data.States["exec"].Commands["a"].Response(0).ToString());
    }

    [Theory]
    [Behaviour("MD-10")]
    [InlineData("ctrl-c", new byte[] { 3 })]
    [InlineData("ctrl-ad", new byte[] { 1, (byte)'d' })]
    [InlineData("ctrl-\\[", new byte[] { 27 })]
    [InlineData("ctrl-\\].", new byte[] { 29, (byte)'.' })]
    [InlineData("ctrl-\\\\]", new byte[] { 29 })]
    [InlineData("ctrl-\\^x", new byte[] { 30, (byte)'x' })]
    [InlineData("ctrl-?", new byte[] { 127 })]
    [InlineData("//", new byte[] { (byte)'/', (byte)'/' })]
    [InlineData(" ", new byte[] { (byte)' ' })]
    public void Keys_are_bytes(string name, byte[] bytes) =>
        Assert.Equal(bytes, MockData.Parse($"s:\n  keys:\n    '{name}': x\n").States["s"].Keys[0].Bytes.ToArray());

    [Theory]
    [Behaviour("MD-09")]
    [InlineData("0:,5", 0, null, 5.0, 0.0, 0.0)]
    [InlineData("2:3,0,0,2", 2, 3, 0.0, 0.0, 2.0)]
    [InlineData(":4, 0.5, 1", 0, 4, 0.5, 1.0, 0.0)]
    public void Timings_are_read(string text, int start, int? end, double delay, double line, double character)
    {
        Assert.True(LineTiming.TryParse(text, out var timing));
        Assert.Equal(new LineTiming(start, end, TimeSpan.FromSeconds(delay), TimeSpan.FromSeconds(line), TimeSpan.FromSeconds(character)), timing);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0:")]
    [InlineData("1,2")]
    [InlineData("0:,x")]
    [InlineData("0:,-1")]
    [InlineData("0:,1,1,1,1")]
    [InlineData("0:,NaN")]
    [InlineData("0:,1e300")]
    public void Other_texts_are_no_timings(string text) => Assert.False(LineTiming.TryParse(text, out _));

    [Fact]
    public void The_initial_state_must_exist()
    {
        var data = MockData.Parse(Device.Router, "router.yaml");

        var error = Assert.Throws<MockDataException>(() => SimulatedDevice.Create(data, new() { InitialState = "pasword" }));

        Assert.Equal("router.yaml: there is no state 'pasword'; did you mean 'password'?", error.Message);
    }
}
