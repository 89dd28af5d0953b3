using ConnectionGen.Tests.Testbeds.Values;

namespace ConnectionGen.Tests.Secrets;

public sealed class SecretSourceTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("secrets");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Sources_are_asked_in_their_order_behind_the_environment()
    {
        const string Yaml = """
            testbed:
              credentials:
                one: {password: "%ENV{ONE, d}"}
                two: {password: "%ENV{TWO, d}"}
                three: {password: "%ENV{THREE, d}"}
                four: {password: "%ENV{FOUR, d}"}
                five: {password: "%ENV{FIVE}"}
            devices: {}
            """;
        var credentials = Described.Testbed(Yaml, new TestbedOptions
        {
            Environment = static name => name == "ONE" ? "environment" : null,
            SecretSources = [SecretSource.Of(static name => name is "ONE" or "TWO" ? "first" : null), SecretSource.Of(static name => name is "TWO" or "THREE" ? "second" : null)],
        }).Credentials;

        Assert.Equal("environment first second d", string.Join(' ', "one two three four".Split(' ').Select(name => credentials[name].Password?.Reveal())));
        Assert.Equal(
            "lab.yaml(7,22): error CG2012: the environment variable 'FIVE', which 'password' is taken from, is not set, and no secret source has it; set it, or write %ENV{FIVE, default}",
            Assert.Throws<TestbedValueException>(() => credentials["five"].Password).Message);
    }

    [Fact]
    public void A_folder_has_a_file_for_each_secret_and_no_name_leads_out_of_it()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "LAB"), "top secret \n");
        var inner = _folder.CreateSubdirectory("inner");
        var source = SecretSource.OfFolder(inner.FullName);

        Assert.Equal("top secret ", SecretSource.OfFolder(_folder.FullName).Find("LAB")?.Reveal());
        Assert.Null(SecretSource.OfFolder(_folder.FullName).Find("OTHER"));
        Assert.All(["../LAB", "..", ".", "", Path.Combine(_folder.FullName, "LAB")], name => Assert.Null(source.Find(name)));
    }

    [Fact]
    public void A_file_has_a_line_for_each_secret()
    {
        var file = Path.Combine(_folder.FullName, "lab.env");
        File.WriteAllText(file, "# lab\n\nONE=a=b\nTWO = \"with blanks \"\nTHREE=\n");
        var source = SecretSource.OfFile(file);

        Assert.Equal("a=b|with blanks |", string.Join('|', "ONE TWO THREE".Split(' ').Select(name => source.Find(name)?.Reveal())));
        Assert.Null(source.Find("FOUR"));
    }

    [Fact]
    public void A_line_of_another_form_is_refused_and_not_shown()
    {
        var file = Path.Combine(_folder.FullName, "lab.env");
        File.WriteAllText(file, "ONE=1\nhunter2\n");
        Assert.Equal($"{file}(2): a line of secrets has the form NAME=value.", Assert.Throws<FormatException>(() => SecretSource.OfFile(file)).Message);
    }

    [Fact]
    public void The_environment_may_have_a_prefix()
    {
        Environment.SetEnvironmentVariable("CONNECTIONGEN_TEST_ONE", "value");
        Assert.Equal("value", SecretSource.OfEnvironment("CONNECTIONGEN_TEST_").Find("ONE")?.Reveal());
        Assert.Null(SecretSource.OfEnvironment("CONNECTIONGEN_TEST_").Find("TWO"));
    }
}
