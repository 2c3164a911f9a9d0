package ormlab.dialect;

/** A dialect whose errors speak of the tables and columns of the model. */
interface KnowsModel {
    /** Takes over what the model says; the last model counts. */
    void learn(ModelFacts facts);
}
