namespace ConnectionGen.Completion.Tests;

public sealed class NameCompletionTests
{
    [Theory]
    [InlineData("lab.Phoenix.Connect(via: \"$$\");")]
    [InlineData("lab.Phoenix.Connect(\"x\", \"$$\");")]
    [InlineData("await lab.Phoenix.ConnectAsync(via: \"mg$$\");")]
    [InlineData("await lab.Phoenix.ConnectAsync(via: \"mg$$")]
    [InlineData("await lab.Phoenix.ConnectAsync(via: \"$$\"")]
    [InlineData("await lab.Phoenix.ConnectAsync(via: @\"$$\");")]
    [InlineData("await lab.Phoenix.ConnectAsync(via: any is null ? \"$$\" : null);")]
    [InlineData("await lab.Phoenix.ConnectLoopAsync(\"x\", \"$$\");")]
    [InlineData("await lab.Phoenix.ConnectionManager.ConnectAsync<LoopConnection>(via: \"$$\");")]
    [InlineData("var p = lab.Devices[\"phoenix\"]; p.Connect(via: \"$$\");")]
    [InlineData("Own.Reach(lab.Phoenix, \"$$\");")]
    public async Task The_paths_of_a_known_device_are_offered(string statement) =>
        Assert.Equal(["console", "mgmt-if"], (await Editor.NamesAsync(statement)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("any.Connect(via: \"$$\");")]
    [InlineData("Own.Reach(any, \"$$\");")]
    public async Task The_paths_of_all_are_offered_for_an_unknown_device(string statement) =>
        Assert.Equal(["console", "mgmt-if", "vty"], (await Editor.NamesAsync(statement)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("lab.Phoenix.Alias(\"$$\");")]
    [InlineData("lab.Phoenix.IsConnected(\"$$\");")]
    [InlineData("await lab.Phoenix.DisconnectAsync(\"$$\");")]
    [InlineData("Own.Meet(lab.Phoenix, \"$$\");")]
    public async Task The_aliases_that_the_file_and_the_code_make_are_offered(string statement) =>
        Assert.Equal(["ironman", "vty_1"], (await Editor.NamesAsync(statement)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("_ = lab.Devices[\"$$\"];")]
    [InlineData("_ = lab.Devices[\"$$")]
    public async Task The_devices_of_a_testbed_are_offered(string statement) =>
        Assert.Equal(["n7k-1", "phoenix"], (await Editor.NamesAsync(statement)).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Own.Say(\"$$\");")]
    [InlineData("_ = \"$$\";")]
    [InlineData("lab.Phoenix.Connect(via: $$);")]
    [InlineData("lab.Phoenix.Connect(via: \"mgmt-if\"$$);")]
    [InlineData("lab.Phoenix.Connect(via: $$\"mgmt-if\");")]
    [InlineData("Testbed.Load(\"$$\");")]
    [InlineData("Testbed.Load(\"other.yaml\").Devices[\"x\"].Connect(via: \"$$\");")]
    [InlineData("// \"$$\"")]
    public async Task Nothing_is_offered_elsewhere(string statement) => Assert.Empty(await Editor.OfferedAsync(statement));

    [Fact]
    public async Task The_list_opens_with_the_quotation_mark_and_not_with_letters()
    {
        Assert.NotEmpty(await Editor.NamesAsync("lab.Phoenix.Connect(via: \"$$\");", typed: '"'));
        Assert.Empty(await Editor.NamesAsync("lab.Phoenix.Connect(via: \"m$$\");", typed: 'm'));
    }

    [Fact]
    public async Task A_taken_name_replaces_all_of_the_literal() =>
        Assert.Equal("lab.Phoenix.Connect(via: \"mgmt-if\");", await Editor.CommittedAsync("lab.Phoenix.Connect(via: \"con-$$so\");", "mgmt-if"));

    [Fact]
    public async Task A_name_says_what_it_is_and_where_it_is_from()
    {
        var path = (await Editor.OfferedAsync("lab.Phoenix.Connect(via: \"$$\");")).Single(static item => item.DisplayText == "mgmt-if");
        Assert.Equal("ssh", path.InlineDescription);
        Assert.Equal("A path of device 'phoenix', see lab.yaml(4,5).", await Editor.DescribedAsync("lab.Phoenix.Connect(via: \"$$\");", "mgmt-if"));
        Assert.Equal("A device of lab.yaml.", await Editor.DescribedAsync("_ = lab.Devices[\"$$\"];", "phoenix"));
    }
}
