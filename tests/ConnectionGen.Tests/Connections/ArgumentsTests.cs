using System.Net;

namespace ConnectionGen.Tests.Connections;

/// <summary>What a testbed says becomes arguments of a connection class by generated code.</summary>
public sealed class ArgumentsTests
{
    private static ArgumentsConnection Made(string path, string defaults = "{}", Func<string, string?>? environment = null, Func<Device, ArgumentsConnection>? make = null)
    {
        var testbed = Testbed.Parse(
            $"devices:\n  r1:\n    connections:\n      defaults: {defaults}\n      mgmt:\n        class: arguments\n        {path.Replace("\n", "\n        ", StringComparison.Ordinal)}\n",
            new TestbedOptions { Environment = environment ?? (static _ => null) });
        return (make ?? (static device => device.Instantiate<ArgumentsConnection>()))(testbed.Devices["r1"]);
    }

    [Theory]
    [InlineData("{width: 4, arguments: {width: 3}}", "arguments: {width: 1}\nwidth: 2", 1)]
    [InlineData("{width: 4, arguments: {width: 3}}", "width: 2", 2)]
    [InlineData("{width: 4, arguments: {width: 3}}", "ip: 192.0.2.1", 3)]
    [InlineData("{width: 4}", "ip: 192.0.2.1", 4)]
    [InlineData("{}", "ip: 192.0.2.1", 80)]
    [InlineData("{width: 4}", "arguments: {width: }", 4)]
    public void The_path_wins_over_the_defaults_and_these_over_the_class(string defaults, string path, int expected) =>
        Assert.Equal(expected, Made(path, defaults).Width);

    [Fact, Behaviour("TB-25")]
    public void The_call_wins_over_everything()
    {
        var made = Made("arguments: {width: 1, title: from the file}", "{width: 3}", make: static device => device.InstantiateArguments(width: 7));
        Assert.Equal((7, "from the file"), (made.Width, made.Title));
    }

    [Fact]
    public void Every_form_reaches_the_constructor()
    {
        var made = Made("""
            title: on
            secure: yes
            mode: very_fast
            wait: PT1M30S
            site: https://192.0.2.1/api
            address: 2001:db8::1
            api_token: "%ENV{TOKEN}"
            ratio: 0.5
            numbers: [1, 0x10, 010]
            tags: alone
            weights: {b: 1.5, a: -2}
            login: {user: admin, password: "%ENV{TOKEN}"}
            hops:
              - address: 192.0.2.2
                login: {user: jump, retries: 1}
                tags: [a, b]
              - {address: 192.0.2.3}
            users:
              second: {user: two}
            """, environment: static _ => "t0ken");

        Assert.Equal(("on", true, LineMode.VeryFast, TimeSpan.FromSeconds(90), 0.5), (made.Title, made.Secure, made.Mode, made.Wait, made.Ratio));
        Assert.Equal((new Uri("https://192.0.2.1/api"), IPAddress.Parse("2001:db8::1"), "t0ken"), (made.Site, made.Address, made.ApiToken?.Reveal()));
        Assert.Equal([1, 16, 10], made.Numbers);
        Assert.Equal(["alone"], made.Tags);
        Assert.Equal([new("b", 1.5), new("a", -2)], made.Weights);
        Assert.Equal(new LoginArgument("admin", new SecretString("t0ken")), made.Login);
        Assert.Equal([(IPAddress.Parse("192.0.2.2"), new LoginArgument("jump", null, 1), "a b"), (IPAddress.Parse("192.0.2.3"), null, "")], made.Hops!.Select(static hop => (hop.Address, hop.Login, string.Join(' ', hop.Tags))));
        Assert.Equal(new LoginArgument("two"), Assert.Single(made.Users!, static user => user.Key == "second").Value);
    }

    [Theory]
    [InlineData("mode: fst", "(7,15): error CG2008: 'mode' of path 'mgmt' of device 'r1' is 'fst'; expected one of Slow, Fast, VeryFast; did you mean 'Fast'?")]
    [InlineData("wait: soon", "(7,15): error CG2008: 'wait' of path 'mgmt' of device 'r1' is 'soon'; expected seconds or a span of time, as in 90, 0.5, PT1M30S or 00:01:30.")]
    [InlineData("numbers: [1, two]", "(7,22): error CG2008: 'numbers[1]' of path 'mgmt' of device 'r1' is 'two'; expected a whole number from -2147483648 to 2147483647.")]
    [InlineData("weights: [1]", "(7,18): error CG2008: 'weights' of path 'mgmt' of device 'r1' is a list; expected a map.")]
    [InlineData("login: admin", "(7,16): error CG2008: 'login' of path 'mgmt' of device 'r1' is 'admin'; expected a map with user, password, retries.")]
    [InlineData("login: {password: x}", "(7,16): error CG2004: 'login' of path 'mgmt' of device 'r1' has no 'user'")]
    [InlineData("hops: [{address: 192.0.2.1}, {address: r1}]", "(7,48): error CG2008: 'hops[1].address' of path 'mgmt' of device 'r1' is 'r1'; expected an IPv4 or IPv6 address.")]
    [InlineData("site: www", "(7,15): error CG2008: 'site' of path 'mgmt' of device 'r1' is 'www'; expected a complete address, as in https://10.0.0.1/api.")]
    [InlineData("api_token: [a]", "(7,20): error CG2008: 'api_token' of path 'mgmt' of device 'r1' is a list; expected a single value.")]
    public void A_value_of_another_form_is_refused_at_its_place_when_the_connection_is_made(string path, string expected) =>
        Assert.Equal("testbed.yaml" + expected, Assert.Throws<TestbedValueException>(() => Made(path)).Message);

    [Fact]
    public void What_is_doubtful_is_known_when_the_file_is_loaded_and_is_no_error()
    {
        using var testbed = Testbed.Parse("""
            devices:
              r1:
                connections:
                  mgmt:
                    class: arguments
                    wait: soon
                    arguments:
                      widht: 132
                      login: {user: a, passwrd: hunter2}
                      api_token: {a: b}
                  other: {class: argument, widht: 1}
            """);
        Assert.Equal(
            [
                "testbed.yaml(6,15): warning CG2008: 'wait' of path 'mgmt' of device 'r1' is 'soon'; expected seconds or a span of time, as in 90, 0.5, PT1M30S or 00:01:30.",
                "testbed.yaml(8,11): warning CG2007: 'widht' of path 'mgmt' of device 'r1' is no argument of ArgumentsConnection; did you mean 'width'? There are title, width, secure, mode, wait, site, address, api_token, ratio, numbers, tags, weights, login, hops, users.",
                "testbed.yaml(9,28): warning CG2007: 'passwrd' is no key of 'login' of path 'mgmt' of device 'r1'; did you mean 'password'? There are user, password, retries.",
                "testbed.yaml(10,22): warning CG2008: 'api_token' of path 'mgmt' of device 'r1' is a map; expected a single value.",
            ],
            testbed.Description.Problems.Where(static problem => problem.Id != "CG2006").Select(static problem => problem.ToString()));
        Assert.StartsWith(
            "testbed.yaml(11,22): warning CG2006: 'argument', which the testbed names for 'r1', is the name of no connection class; did you mean 'arguments'? There are ",
            Assert.Single(testbed.Description.Problems, static problem => problem.Id == "CG2006").ToString(), StringComparison.Ordinal);
        Assert.StartsWith(
            "'default' of 'r1' cannot be made: testbed.yaml(11,22): error CG2006: 'argument'",
            Assert.Throws<UnknownConnectionClassException>(() => testbed.Devices["r1"].Instantiate(via: "other")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_of_pyats_is_named_with_the_way_to_stand_for_it()
    {
        using var testbed = Testbed.Parse("devices: {r1: {connections: {a: {class: rest.connector.Rest, ip: 192.0.2.1}}}}");
        Assert.EndsWith(
            " 'rest.connector.Rest' is a Python class of pyATS; the class that stands for it declares the name, as in [ConnectionClass(\"rest.connector.Rest\")].",
            Assert.Single(testbed.Description.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_of_a_file_go_to_the_log_when_it_is_loaded()
    {
        var lines = new List<string>();
        using var testbed = Testbed.Parse("devices: {r1: {connections: {a: {class: arguments, wait: soon}}}}", new TestbedOptions { LoggerFactory = new LinesLoggerFactory(lines) });
        Assert.Equal(["Warning testbed.yaml(1,58): warning CG2008: 'wait' of path 'a' of device 'r1' is 'soon'; expected seconds or a span of time, as in 90, 0.5, PT1M30S or 00:01:30."], lines);
    }

    private sealed class LinesLoggerFactory(List<string> lines) : Microsoft.Extensions.Logging.ILoggerFactory, Microsoft.Extensions.Logging.ILogger
    {
        public Microsoft.Extensions.Logging.ILogger CreateLogger(string categoryName) => this;

        public void AddProvider(Microsoft.Extensions.Logging.ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(Microsoft.Extensions.Logging.LogLevel logLevel) => true;

        public void Log<TState>(Microsoft.Extensions.Logging.LogLevel logLevel, Microsoft.Extensions.Logging.EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add($"{logLevel} {formatter(state, exception)}");
    }
}

public enum LineMode
{
    Slow,
    Fast,
    VeryFast,
}

public sealed record LoginArgument(string User, SecretString? Password = null, int Retries = 3);

public readonly record struct HopArgument(IPAddress Address, LoginArgument? Login = null, params string[] Tags);

/// <summary>Has an argument of every kind of form.</summary>
[ConnectionClass("arguments")]
public partial class ArgumentsConnection(
    ConnectionContext context,
    string? title = null,
    int width = 80,
    bool secure = false,
    LineMode mode = LineMode.Slow,
    TimeSpan? wait = null,
    Uri? site = null,
    IPAddress? address = null,
    SecretString? apiToken = null,
    double? ratio = null,
    IReadOnlyList<int>? numbers = null,
    string[]? tags = null,
    IReadOnlyDictionary<string, double>? weights = null,
    LoginArgument? login = null,
    IReadOnlyList<HopArgument>? hops = null,
    Dictionary<string, LoginArgument>? users = null)
    : Connection(context)
{
    public string? Title => title;

    public int Width => width;

    public bool Secure => secure;

    public LineMode Mode => mode;

    public TimeSpan? Wait => wait;

    public Uri? Site => site;

    public IPAddress? Address => address;

    public SecretString? ApiToken => apiToken;

    public double? Ratio => ratio;

    public IReadOnlyList<int>? Numbers => numbers;

    public IReadOnlyList<string>? Tags => tags;

    public IReadOnlyDictionary<string, double>? Weights => weights;

    public LoginArgument? Login => login;

    public IReadOnlyList<HopArgument>? Hops => hops;

    public IReadOnlyDictionary<string, LoginArgument>? Users => users;

    protected override Task OpenAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override Task CloseAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
