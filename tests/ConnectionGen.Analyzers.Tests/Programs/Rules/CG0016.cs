using ConnectionGen;
using ConnectionGen.Cli;

namespace Project;

[ServiceWrapper(typeof(CliConnection), "ExecutAsync")]
//                                     ^ CG0016 'CliConnection' and the classes derived from it have no service 'ExecutAsync' (did you mean 'ExecuteAsync'?)
public sealed class Misspelt : AnyServiceWrapper;

[ServiceWrapper(typeof(string))]
//              ^ CG0016 'String' is no connection class
public sealed class OfNothing : AnyServiceWrapper;

[ServiceWrapper(typeof(CliConnection), "ExecuteAsync")]
//                                     ^ CG0016 it is a ServiceWrapper<string, string>, and service 'ExecuteAsync' is wrapped by ServiceWrapper<
public sealed class OfOtherArguments : ServiceWrapper<string, string>;

// silent
[ServiceWrapper(typeof(CliConnection))]
public sealed class OfAll : AnyServiceWrapper;

[ServiceWrapper(typeof(CliConnection), nameof(CliConnection.ExecuteAsync))]
public sealed class Typed : ServiceWrapper<(string, TimeSpan?, CommandOptions?), string>;
